import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

export type SaveView = {
  /** What the view keeps. */
  layout: string
  query: string
  mayShare: boolean
  /** The names of the views that this person keeps. */
  names: readonly string[]
}

type SaveViewFormProps = SaveView & {
  /** Of a form that was refused: it holds what was typed. */
  errors?: readonly string[] | undefined
  typed?: { name: string; shared: boolean; isDefault: boolean }
}

/** Gives what a list or board shows a name, or a view of that name what they show. */
export function SaveViewForm({ layout, query, mayShare, names, errors, typed }: SaveViewFormProps) {
  return (
    <form method="post" action={paths.staff.views()} className="form" noValidate>
      <input type="hidden" name="layout" value={layout} />
      <input type="hidden" name="query" value={query} />
      <TextField
        name="name"
        label="Name"
        hint={names.length > 0 ? 'A view of yours that has this name is changed to this.' : undefined}
        list="views-kept"
        autoComplete="off"
        maxLength={60}
        defaultValue={typed?.name}
        errors={errors}
      />
      <datalist id="views-kept">
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      {mayShare && (
        <label className="radio">
          <input type="checkbox" name="shared" value="1" defaultChecked={typed?.shared} />
          Everybody may use it
        </label>
      )}
      <label className="radio">
        <input type="checkbox" name="isDefault" value="1" defaultChecked={typed?.isDefault} />
        My leads open with it
      </label>
      <Button small name="intent" value="save">
        Save
      </Button>
    </form>
  )
}
