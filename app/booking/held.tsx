import { Button } from '#app/ui/button.tsx'
import countdown from './hold.js?url'

export type HeldWords = {
  /** The time that is held, as an ISO text. */
  start: string
  /** When it runs out: an ISO text, and the clock of the visitor. */
  until: string
  time: string
  zoneName: string
  leftSeconds: number
  /** It cannot be kept any longer. */
  isLongest: boolean
}

/**
 * Until when the time is held. The sentence stands without scripts; hold.js counts down beside it, and says aloud only
 * that little is left and that it is over.
 */
export function HeldUntil({ held }: { held: HeldWords | null }) {
  if (!held) {
    return (
      <div className="hold" id="hold">
        <p>Not held for you: somebody else could book this time while you fill in the form.</p>
      </div>
    )
  }
  return (
    <div className="hold" id="hold" data-left={held.leftSeconds} data-until={held.until}>
      <p data-hold="on">
        <span>
          <span className="label-live">Held for you</span> until{' '}
          <time dateTime={held.until}>
            {held.time} ({held.zoneName})
          </time>
        </span>
        <span className="hold-left" role="timer" aria-label="Time left" hidden />
      </p>
      <p data-hold="over" hidden>
        No longer held for you. It may still be free: send the form, and if it is not you lose nothing you
        typed.
      </p>
      <output className="said" />
      <script type="module" src={countdown} />
    </div>
  )
}

/**
 * Holds the time of the form that it stands in, or holds it longer. It comes after the button that sends the form, which
 * is the one that the Enter key presses. Once the time has run out, hold.js gives it its `data-over` name.
 */
export function KeepHolding({ held }: { held: HeldWords | null }) {
  return (
    <span id="keep">
      {held?.isLongest ? (
        <span className="field-hint">It is held for an hour, the longest we can.</span>
      ) : (
        <Button tone="quiet" name="intent" value="hold" formNoValidate data-over={hold}>
          {held ? 'Keep it ten minutes more' : hold}
        </Button>
      )}
    </span>
  )
}

const hold = 'Hold this time for ten minutes'

/** Back to the calendar: lets go of a time that is held. */
export function ChangeTime(props: { held: HeldWords | null; changeHref: string; letGoHref: string }) {
  const { held, changeHref, letGoHref } = props
  if (!held) return <a href={changeHref}>Change the time</a>
  return (
    <form method="post" action={letGoHref} className="hold-change">
      <input type="hidden" name="slot" value={held.start} />
      <button name="intent" value="release">
        Change the time
      </button>
    </form>
  )
}
