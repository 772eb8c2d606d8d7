import type { ReactNode } from 'react'
import type { FieldProps } from './field.tsx'

/** Several controls that answer one question: its legend, hint and error, tied by id. */
export function FieldGroup({
  name,
  label,
  hint,
  errors = [],
  optional,
  children,
}: FieldProps & { children: ReactNode }) {
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
      {children}
    </fieldset>
  )
}
