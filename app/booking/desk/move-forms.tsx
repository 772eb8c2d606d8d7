import type { OutsideReason } from '#app/calendars/staff-offer.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { RefusedAct } from './booking-acts.server.ts'
import { Guard, type Shown } from './booking-guard.tsx'
import type { MoveChoices, TimeChoice } from './load-choices.server.ts'

type Props = {
  reference: string
  shown: Shown
  refused: RefusedAct | null
  times: MoveChoices
  /** What the free time was refused for and may be put aside. */
  anyway: OutsideReason | null
}

/** Two ways to a new time: the host's free times of a day, or any time that is typed. */
export function MoveForms({ reference, shown, refused, times, anyway }: Props) {
  return (
    <section className="move" aria-labelledby="move">
      <h3 id="move">Move it</h3>
      <form method="get" action={`${paths.staff.booking(reference)}#move`} className="move-day">
        <TextField name="date" type="date" label="Free times on" defaultValue={times.date} />
        <Button small>Show</Button>
      </form>
      <FreeTimes shown={shown} times={times} />
      <details className="move-other" open={refused?.intent === 'move-to'}>
        <summary>Another time</summary>
        <OtherTime {...{ shown, refused, times, anyway }} />
      </details>
    </section>
  )
}

function FreeTimes({ shown, times: { day, zoneName, times } }: { shown: Shown; times: MoveChoices }) {
  if (times.length === 0) return <p>Nothing else is free on {day}.</p>
  return (
    <form method="post">
      <Guard {...shown} />
      <input type="hidden" name="intent" value="move" />
      <p className="label" id="free-times">
        {day}, {zoneName}
      </p>
      <ul className="move-times" aria-labelledby="free-times">
        {times.map((time) => (
          <li key={time.start}>
            <TimeButton {...time} />
          </li>
        ))}
      </ul>
    </form>
  )
}

function TimeButton({ start, words, forVisitor }: TimeChoice) {
  return (
    <button className="move-time" name="start" value={start}>
      <span className="said">Move to </span>
      {words}
      {forVisitor && (
        <small>
          {forVisitor} <span aria-hidden="true">there</span>
          <span className="said">for the visitor</span>
        </small>
      )}
    </button>
  )
}

function OtherTime({ shown, refused, times, anyway }: Omit<Props, 'reference'>) {
  const isMine = refused?.intent === 'move-to'
  return (
    <form method="post" className="form" noValidate>
      <Guard {...shown} />
      <p className="field-hint" id="other-time">
        On your clock, {times.zoneName}. Notice, limits and the grid do not bind you; another meeting does.
      </p>
      <div className="form-row">
        <TextField
          name="onDate"
          type="date"
          label="Date"
          defaultValue={isMine ? refused.typed.onDate : times.date}
          errors={isMine ? refused.errors.onDate : undefined}
        />
        <TextField
          name="atTime"
          type="time"
          label="Time"
          defaultValue={isMine ? refused.typed.atTime : ''}
          errors={isMine ? refused.errors.atTime : undefined}
        />
      </div>
      {anyway && (
        <label className="check">
          <input type="checkbox" name="anyway" value={anyway} /> Move it there anyway: the host knows
        </label>
      )}
      <div>
        <Button small name="intent" value="move-to">
          Move it
        </Button>
      </div>
    </form>
  )
}
