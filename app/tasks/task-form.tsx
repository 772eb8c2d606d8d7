import type { FormErrors } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField, type Choice } from '#app/ui/field.tsx'

export type TypedTask = { title: string; date: string; time: string; assignee: string }

/** In the order of the form. */
export const taskFields = ['task', 'assignee', 'date', 'time']

/** What is to be done, when and by whom. `intent`: what the page that it stands on calls saving it. */
export function TaskForm({
  intent = 'save',
  typed,
  errors,
  people,
  button,
}: {
  intent?: string
  typed: TypedTask
  errors: FormErrors
  people: readonly Choice[]
  button: string
}) {
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="intent" value={intent} />
      <TextField
        name="task"
        label="What is to be done"
        autoComplete="off"
        defaultValue={typed.title}
        errors={errors.task}
      />
      <SelectField
        name="assignee"
        label="Who does it"
        choices={people}
        defaultValue={typed.assignee}
        errors={errors.assignee}
      />
      <div className="pair">
        <TextField name="date" type="date" label="Day" defaultValue={typed.date} errors={errors.date} />
        <TextField
          name="time"
          type="time"
          label="Time"
          hint="On the clock of whoever does it."
          defaultValue={typed.time}
          errors={errors.time}
        />
      </div>
      <div className="btn-row">
        <Button tone="go">{button}</Button>
      </div>
    </form>
  )
}
