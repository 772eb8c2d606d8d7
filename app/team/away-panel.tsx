import type { FormErrors } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

/** Days on which somebody is given no new leads. */
export function AwayPanel({
  away,
  errors,
}: {
  away: readonly { id: string; words: string }[]
  errors: FormErrors
}) {
  return (
    <section className="panel" aria-labelledby="away">
      <h2 id="away">Away</h2>
      <p>On these days no new leads come by turn. Calendars have time off of their own.</p>
      {away.length > 0 && (
        <ul className="plain-list ruled">
          {away.map(({ id, words }) => (
            <li key={id} className="spread">
              {words}
              <form method="post">
                <input type="hidden" name="intent" value="back" />
                <input type="hidden" name="away" value={id} />
                <Button small>
                  Remove<span className="said"> {words}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" className="form" noValidate>
        <input type="hidden" name="intent" value="away" />
        <div className="pair">
          <TextField name="from" type="date" label="First day" errors={errors.from} />
          <TextField name="until" type="date" label="Last day" errors={errors.until} />
        </div>
        <Button>Add the days</Button>
      </form>
    </section>
  )
}
