import type { Choice, FieldProps } from './field.tsx'
import { FieldGroup } from './field-group.tsx'

/** Choices in the open, any of which may be ticked. The first one has the field's name as its id: errors lead there. */
export function CheckList({
  choices,
  ticked,
  ...field
}: FieldProps & { choices: readonly Choice[]; ticked: readonly string[] }) {
  return (
    <FieldGroup {...field}>
      <div className="checks">
        {choices.map((choice, index) => (
          <label key={choice.value} className="radio">
            <input
              type="checkbox"
              id={index === 0 ? field.name : undefined}
              name={field.name}
              value={choice.value}
              defaultChecked={ticked.includes(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
