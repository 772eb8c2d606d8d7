import type { Choice, FieldProps } from './field.tsx'
import { FieldGroup } from './field-group.tsx'

/** A few choices in the open, one of which is taken. The first one has the field's name as its id: errors lead there. */
export function RadioField({
  choices,
  defaultValue,
  ...field
}: FieldProps & { choices: readonly Choice[]; defaultValue?: string | undefined }) {
  return (
    <FieldGroup {...field}>
      <div className="radios">
        {choices.map((choice, index) => (
          <label key={choice.value} className="radio">
            <input
              type="radio"
              id={index === 0 ? field.name : undefined}
              name={field.name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
