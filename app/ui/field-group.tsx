import type { ReactNode } from 'react'
import { describedBy, FieldLabel, FieldNotes, fieldClass, type FieldProps } from './field.tsx'

/** Several controls that answer one question: its legend, hint and error, tied by id. */
export function FieldGroup({ children, ...field }: FieldProps & { children: ReactNode }) {
  return (
    <fieldset className={fieldClass(field.errors)} aria-describedby={describedBy(field)['aria-describedby']}>
      <legend>
        <FieldLabel {...field} />
      </legend>
      <FieldNotes {...field} />
      {children}
    </fieldset>
  )
}
