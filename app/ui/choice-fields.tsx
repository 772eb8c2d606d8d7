import type { ComponentProps } from 'react'
import { type Choice, describedBy, fieldClass, FieldLabel, FieldNotes, type FieldProps } from './field.tsx'

type GroupProps = FieldProps & {
  choices: readonly Choice[]
  /** Many short choices stand beside each other. */
  wide?: boolean
}

/** One of several. The first radio carries the field's id, so that an error link lands on it. */
export function RadioGroup({ defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  return <ChoiceGroup {...group} type="radio" isChosen={(value) => value === defaultValue} />
}

/** Any number of several; each chosen value is posted under the same name. */
export function CheckGroup({
  defaultValue = [],
  ...group
}: GroupProps & { defaultValue?: readonly string[] }) {
  return <ChoiceGroup {...group} type="checkbox" isChosen={(value) => defaultValue.includes(value)} />
}

/** A single box: the label is the sentence that is agreed to. */
export function CheckboxField({
  name,
  label,
  hint,
  errors,
  optional,
  value = 'yes',
  ...rest
}: FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps>) {
  const field = { name, label, hint, errors, optional }
  return (
    <div className={fieldClass(errors)}>
      <label className="choice choice-bare">
        <input type="checkbox" value={value} {...rest} id={name} name={name} {...describedBy(field)} />
        <span>
          <FieldLabel {...field} />
        </span>
      </label>
      <FieldNotes {...field} />
    </div>
  )
}

function ChoiceGroup({
  choices,
  wide = false,
  type,
  isChosen,
  ...field
}: GroupProps & { type: 'radio' | 'checkbox'; isChosen: (value: string) => boolean }) {
  const { 'aria-describedby': description, 'aria-invalid': invalid } = describedBy(field)
  return (
    <fieldset className={fieldClass(field.errors)} aria-describedby={description}>
      <legend>
        <FieldLabel {...field} />
      </legend>
      <FieldNotes {...field} />
      <div className={wide ? 'choices choices-grid' : 'choices'}>
        {choices.map((choice, index) => (
          <label key={choice.value} className="choice">
            <input
              type={type}
              id={index === 0 ? field.name : `${field.name}-${choice.value}`}
              name={field.name}
              value={choice.value}
              defaultChecked={isChosen(choice.value)}
              aria-invalid={invalid}
            />
            <span>{choice.label}</span>
            {choice.hint && <span className="field-hint">{choice.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
