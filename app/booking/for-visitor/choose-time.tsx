import type { FormErrors } from '#app/ops/typed-form.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import type { Context } from './ask-for-time.tsx'

type Clocks = { theirs: string; other: string; isSame: boolean }

/** The times of the day that are free, on both clocks. */
export function TimeChoices(props: {
  heading: string
  times: readonly { start: string; href: string; theirs: string; other: string }[]
  clocks: Clocks
}) {
  const { heading, times, clocks } = props
  return (
    <section aria-labelledby="day">
      <h2 id="day">{heading}</h2>
      {times.length === 0 ? (
        <p>No time is free on this day. Choose another day, or type a time in.</p>
      ) : (
        <>
          <p className="label">
            {clocks.theirs}
            {clocks.isSame ? '' : `, below it ${clocks.other}`}
          </p>
          <ul className="times-both">
            {times.map(({ start, href, theirs, other }) => (
              <li key={start}>
                <a href={href}>
                  <strong>{theirs}</strong>
                  {!clocks.isSame && (
                    <span>
                      <span className="said"> {clocks.theirs}, </span>
                      {other}
                      <span className="said"> {clocks.other}</span>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Any other time: at short notice, far ahead, or outside the hours. */
export function TypedTimeForm(props: {
  context: Context
  date: string
  typed: {
    on: string
    at: string
    whose: string
    wrong: FormErrors
    choices: { href: string; words: string }[]
  }
  clocks: Clocks
}) {
  const { context, typed, clocks } = props
  const { lead, type, host, timeZone } = context
  const kept = { lead, type, host, tz: timeZone, date: props.date }
  return (
    <section className="panel" aria-labelledby="other-time">
      <h2 id="other-time">Another time</h2>
      <form method="get" action={paths.staff.newBooking()} className="form" noValidate>
        <ErrorSummary problems={problemsOf(typed.wrong, ['on', 'at'])} />
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        {typed.choices.length > 0 && (
          <p>
            The clock shows {typed.at} twice on that day. Which is meant?{' '}
            {typed.choices.map(({ href, words }) => (
              <span key={words}>
                <a href={href}>{words}</a>{' '}
              </span>
            ))}
          </p>
        )}
        <div className="form-row">
          <TextField
            name="on"
            type="date"
            label="Date"
            defaultValue={typed.on || props.date}
            errors={typed.wrong.on}
          />
          <TextField name="at" type="time" label="Time" defaultValue={typed.at} errors={typed.wrong.at} />
        </div>
        {!clocks.isSame && (
          <SelectField
            name="whose"
            label="On whose clock"
            choices={[
              { value: 'theirs', label: `Theirs: ${clocks.theirs}` },
              { value: 'host', label: clocks.other },
            ]}
            defaultValue={typed.whose}
          />
        )}
        <div>
          <Button>Use this time</Button>
        </div>
      </form>
    </section>
  )
}
