import type { ComponentProps, ReactNode } from 'react'

export type FieldProps = {
  /** The control's name and id; an error summary links to it. */
  name: string
  label: ReactNode
  hint?: ReactNode
  errors?: readonly string[]
  /** Fields are required unless they say otherwise. */
  optional?: boolean
}

/** What ties a control to its label, hint and error; spread it on the control. */
export type ControlProps = {
  id: string
  name: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** Label, hint, error and one control, tied by id. */
export function Field({
  children,
  ...field
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  return (
    <div className={fieldClass(field.errors)}>
      <label htmlFor={field.name}>
        <FieldLabel {...field} />
      </label>
      <FieldNotes {...field} />
      {children({ id: field.name, name: field.name, ...describedBy(field) })}
    </div>
  )
}

export function TextField({
  name,
  label,
  hint,
  errors,
  optional,
  type = 'text',
  ...rest
}: FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps>) {
  return (
    <Field {...{ name, label, hint, errors, optional }}>
      {(control) => <input type={type} {...rest} {...control} />}
    </Field>
  )
}

export function TextArea({
  name,
  label,
  hint,
  errors,
  optional,
  ...rest
}: FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>) {
  return (
    <Field {...{ name, label, hint, errors, optional }}>
      {(control) => <textarea rows={5} {...rest} {...control} />}
    </Field>
  )
}

export type Choice = { value: string; label: string }

export function SelectField({
  name,
  label,
  hint,
  errors,
  optional,
  choices,
  ...rest
}: FieldProps & { choices: readonly Choice[] } & Omit<ComponentProps<'select'>, keyof FieldProps>) {
  return (
    <Field {...{ name, label, hint, errors, optional }}>
      {(control) => (
        <select {...rest} {...control}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Where a question may be left unanswered, its label says so. */
export function FieldLabel({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  return (
    <>
      {label}
      {optional && <span className="field-optional"> (optional)</span>}
    </>
  )
}

export function FieldNotes({ name, hint, errors }: Pick<FieldProps, 'name' | 'hint' | 'errors'>) {
  return (
    <>
      {hint && (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {errors && errors.length > 0 && (
        <p className="field-error" id={`${name}-error`}>
          <span className="said">Error: </span>
          {errors.join(' ')}
        </p>
      )}
    </>
  )
}

/** The describing attributes of a control. */
export function describedBy({
  name,
  hint,
  errors,
}: Pick<FieldProps, 'name' | 'hint' | 'errors'>): Pick<ControlProps, 'aria-describedby' | 'aria-invalid'> {
  const wrong = errors !== undefined && errors.length > 0
  const ids = [hint ? `${name}-hint` : '', wrong ? `${name}-error` : ''].filter(Boolean).join(' ')
  return { ...(ids && { 'aria-describedby': ids }), ...(wrong && { 'aria-invalid': true as const }) }
}

export function fieldClass(errors?: readonly string[]): string {
  return errors && errors.length > 0 ? 'field field-wrong' : 'field'
}
