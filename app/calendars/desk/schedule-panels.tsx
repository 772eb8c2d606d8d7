import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField, TextField, type Choice } from '#app/ui/field.tsx'

type Errors = Record<string, string[]>

/** Which types of consultation keep the schedule, and what may be done to it because of that. */
export function UsePanel({
  action,
  isDefault,
  types,
  mayChange,
  errors,
}: {
  action: string
  isDefault: boolean
  types: readonly { slug: string; name: string }[]
  mayChange: boolean
  errors: Errors
}) {
  return (
    <section className="panel" aria-labelledby="used">
      <h2 id="used">Used for</h2>
      <ErrorSummary problems={problemsOf(errors)} />
      {isDefault && <p>This is the default schedule: every type that names no other keeps it.</p>}
      {types.length > 0 ? (
        <ul className="plain-list">
          {types.map(({ slug, name }) => (
            <li key={slug}>
              <a href={paths.staff.type(slug)}>{name}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="beside">No type of consultation now. A type chooses it on its own page.</p>
      )}
      {mayChange && !isDefault && (
        <form method="post" action={action} className="btn-row">
          <Button small name="intent" value="default">
            Make it the default
          </Button>
          {types.length === 0 && (
            <Button small tone="danger" name="intent" value="remove">
              Remove the schedule
            </Button>
          )}
        </form>
      )}
    </section>
  )
}

/** Another week for some types: mornings only for long meetings, evenings for the other side of the world. */
export function AddSchedulePanel({
  action,
  formKey,
  choices,
  shown,
  typed,
  errors,
}: {
  action: string
  formKey: string
  choices: readonly Choice[]
  shown: string
  typed: Record<string, string> | null
  errors: Errors
}) {
  return (
    <section className="panel" aria-labelledby="another">
      <h2 id="another">Add a schedule</h2>
      <form method="post" action={action} className="form" noValidate>
        <ErrorSummary problems={problemsOf(errors, ['newName', 'copyOf'])} />
        <input type="hidden" name="key" value={typed?.key || formKey} />
        <TextField
          name="newName"
          label="Name"
          hint="Such as Mornings only"
          defaultValue={typed?.newName}
          errors={errors.newName}
        />
        <SelectField
          name="copyOf"
          label="Begin with"
          choices={[...choices, { value: '', label: 'No hours' }]}
          defaultValue={typed?.copyOf ?? shown}
          errors={errors.copyOf}
        />
        <div>
          <Button small name="intent" value="add">
            Add the schedule
          </Button>
        </div>
      </form>
    </section>
  )
}
