import { Button } from '#app/ui/button.tsx'
import { Status } from '#app/ui/status.tsx'

type Feed = {
  id: string
  name: string
  /** The name of its server: the rest of the address is a secret. */
  where: string
  /** `'8 minutes ago'` */
  read: string
  failure: '' | { words: string; since: string }
  /** How many times it blocks from now on. */
  ahead: number
}

export function FeedTable({ feeds, mayChange }: { feeds: readonly Feed[]; mayChange: boolean }) {
  if (feeds.length === 0) return <p className="beside">None yet.</p>
  return (
    <ul className="plain-list feeds">
      {feeds.map((feed) => (
        <li key={feed.id}>
          <div className="feed-head">
            <h3>{feed.name}</h3>
            <span className="beside">{feed.where}</span>
          </div>
          <FeedState {...feed} />
          {mayChange && <FeedButtons {...feed} />}
        </li>
      ))}
    </ul>
  )
}

function FeedState({ read, failure, ahead }: Feed) {
  const blocked = `${ahead === 0 ? 'No' : ahead} ${ahead === 1 ? 'time' : 'times'} blocked ahead`
  if (!failure) {
    return (
      <p className="feed-state">
        <Status tone="signal">Read {read}</Status>
        <span className="beside">{blocked}</span>
      </p>
    )
  }
  return (
    <>
      <p className="feed-state">
        <Status tone="alert">Cannot be read</Status>
        <span className="beside">
          {blocked}, from the copy that was read {failure.since}
        </span>
      </p>
      <p>{failure.words}</p>
    </>
  )
}

function FeedButtons({ id, name }: Feed) {
  return (
    <div className="btn-row">
      {(['read', 'remove'] as const).map((intent) => (
        <form key={intent} method="post">
          <input type="hidden" name="intent" value={intent} />
          <input type="hidden" name="id" value={id} />
          <Button small tone={intent === 'remove' ? 'danger' : 'plain'}>
            {intent === 'read' ? 'Read now' : 'Remove'}
            <span className="said">: {name}</span>
          </Button>
        </form>
      ))}
    </div>
  )
}
