import { Button } from '#app/ui/button.tsx'
import { hrefOf } from '../list/addresses.ts'
import { readLeadFilter } from '../list/filter.ts'
import type { RefusedView } from './view-forms.server.ts'
import type { View } from './views.server.ts'

type LineProps = {
  /** `shows`: its filter in words. */
  view: View & { shows: string }
  mayShare: boolean
  /** Of a name that was refused. */
  refused: RefusedView | null
}

/** One view: what it shows, and what this person may do about it. */
export function ViewLine({ view, mayShare, refused }: LineProps) {
  const { id, name, layout, query, shared, owner, pinned, isDefault, mayChange, shows } = view
  return (
    <li>
      <div>
        <a href={hrefOf(layout, readLeadFilter(new URLSearchParams(query)))}>{name}</a>{' '}
        <span className="beside">
          {layout === 'board' ? 'board' : 'list'}
          {shared && ', shared'}
          {owner && ` by ${owner}`}
          {isDefault && ', your leads open with it'}
        </span>
        <br />
        <span className="beside">{shows}</span>
      </div>
      <div className="btn-row">
        <form method="post" className="btn-row">
          <input type="hidden" name="view" value={id} />
          <Act
            intent={pinned ? 'unpin' : 'pin'}
            words={pinned ? 'Take off the tabs' : 'Keep as a tab'}
            name={name}
          />
          <Act
            intent={isDefault ? 'no-default' : 'default'}
            words={isDefault ? 'Do not open with it' : 'Open with it'}
            name={name}
          />
          {mayChange && mayShare && (
            <Act
              intent={shared ? 'unshare' : 'share'}
              words={shared ? 'Stop sharing' : 'Share'}
              name={name}
            />
          )}
        </form>
        {mayChange && <Change view={view} refused={refused} />}
      </div>
    </li>
  )
}

/** Another name; and, one step away from a slip of the hand, its end. */
function Change({ view: { id, name, shared }, refused }: Pick<LineProps, 'view' | 'refused'>) {
  return (
    <details className="menu menu-end" open={refused !== null}>
      <summary className="chip">
        Change<span className="said"> {name}</span>
      </summary>
      <div className="menu-sheet">
        <form method="post" className="form" noValidate>
          <input type="hidden" name="view" value={id} />
          <label className={refused ? 'field field-wrong' : 'field'}>
            <span>Name</span>
            <input
              name="name"
              // The summary of what is wrong leads to it; the other lines have a field of this name too.
              id={refused ? 'name' : undefined}
              aria-invalid={refused !== null || undefined}
              maxLength={60}
              defaultValue={refused?.typed.name ?? name}
            />
          </label>
          <Button small name="intent" value="rename">
            Rename
          </Button>
        </form>
        <form method="post">
          <input type="hidden" name="view" value={id} />
          <Button small tone="danger" name="intent" value="delete">
            {shared ? 'Delete for everybody' : 'Delete'}
            <span className="said">: {name}</span>
          </Button>
        </form>
      </div>
    </details>
  )
}

function Act({ intent, words, name }: { intent: string; words: string; name: string }) {
  return (
    <Button small tone="quiet" name="intent" value={intent}>
      {words}
      <span className="said">: {name}</span>
    </Button>
  )
}
