import type { FormErrors } from '#app/ops/typed-form.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField, type Choice } from '#app/ui/field.tsx'
import { ChoiceField, unchosen } from './choice-field.tsx'
import { countWords, seniorityWords } from './requirement-choices.ts'
import { mostRoles } from './requirement.ts'
import { roleField, type RoleField, type RowTyped } from './role-rows.ts'

/**
 * The roles that are needed, one below the other, as many as the form can hold. `backTo`: where on its page the form
 * stands, for the page that comes with one row more or less.
 */
export function RoleRows({
  rows,
  roles,
  errors,
  backTo,
}: {
  rows: readonly RowTyped[]
  roles: Choice[]
  errors: FormErrors
  backTo?: string
}) {
  return (
    <>
      {rows.map((row, index) => (
        // Rows have no identity but their place.
        <RoleRow
          key={index}
          index={index}
          row={row}
          roles={roles}
          errors={errors}
          removable={rows.length > 1}
          backTo={backTo}
        />
      ))}
      {rows.length < mostRoles && (
        <div>
          <Button small tone="quiet" name="intent" value="add-role" formAction={backTo}>
            Add another role
          </Button>
        </div>
      )}
    </>
  )
}

/** One role that is needed: which, how many people, how experienced. */
function RoleRow(props: {
  index: number
  row: RowTyped
  roles: Choice[]
  errors: FormErrors
  removable: boolean
  backTo: string | undefined
}) {
  const { index, row, errors } = props
  const name = (field: RoleField) => roleField(index, field)
  return (
    <fieldset className="role-row">
      <legend className="label">{props.removable ? `Role ${index + 1}` : 'The role'}</legend>
      <div className="form-row">
        <SelectField
          name={name('role')}
          label="Role"
          choices={[unchosen, ...props.roles]}
          defaultValue={row.role ?? ''}
          errors={errors[name('role')] ?? []}
        />
        <ChoiceField
          name={name('count')}
          label="How many"
          words={countWords}
          chosen={row.count ?? ''}
          errors={errors[name('count')] ?? []}
        />
        <ChoiceField
          name={name('seniority')}
          label="Seniority"
          words={seniorityWords}
          chosen={row.seniority ?? ''}
          errors={errors[name('seniority')] ?? []}
        />
      </div>
      {/* Shown by the style sheet once "Another role" is chosen, and always where that cannot be told. */}
      <div className="role-other">
        <TextField
          name={name('otherRole')}
          label="What is the other role called?"
          defaultValue={row.otherRole ?? ''}
          errors={errors[name('otherRole')] ?? []}
        />
      </div>
      {props.removable && (
        <Button small tone="quiet" name="intent" value={`remove-role-${index}`} formAction={props.backTo}>
          Remove role {index + 1}
        </Button>
      )}
    </fieldset>
  )
}
