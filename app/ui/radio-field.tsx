import type { Choice, FieldProps } from './field.tsx'

/** A few choices in the open, one of which is taken. The first one has the field's name as its id: errors lead there. */
export function RadioField({
  name,
  label,
  hint,
  errors = [],
  optional,
  choices,
  defaultValue,
}: FieldProps & { choices: readonly Choice[]; defaultValue?: string | undefined }) {
  const notes = [hint ? `${name}-hint` : '', errors.length > 0 ? `${name}-error` : ''].filter(Boolean)
  return (
    <fieldset
      className={errors.length > 0 ? 'field field-wrong' : 'field'}
      aria-describedby={notes.join(' ') || undefined}
    >
      <legend>
        {label}
        {optional && <span className="field-optional"> (optional)</span>}
      </legend>
      {hint && (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p className="field-error" id={`${name}-error`}>
          <span className="said">Error: </span>
          {errors.join(' ')}
        </p>
      )}
      <div className="radios">
        {choices.map((choice, index) => (
          <label key={choice.value} className="radio">
            <input
              type="radio"
              id={index === 0 ? name : undefined}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
