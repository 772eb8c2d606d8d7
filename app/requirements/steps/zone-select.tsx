import { Field } from '#app/ui/field.tsx'
import { requirementLabels } from '../requirement.ts'

export type ZoneGroup = {
  region: string
  zones: readonly { value: string; label: string; also?: string | undefined }[]
}

/**
 * Every zone by its city; a script makes a field to type into of it. With nothing chosen nobody has said a zone yet: the
 * page is drawn again once the browser has told it.
 */
export function ZoneSelect(props: {
  groups: readonly ZoneGroup[]
  chosen: string
  errors: readonly string[]
  optional?: boolean
}) {
  return (
    <div data-guessed-zone={props.chosen === '' ? 'unknown' : undefined}>
      <Field
        name="timeZone"
        label={requirementLabels.timeZone}
        errors={props.errors}
        optional={props.optional}
      >
        {(control) => (
          <select {...control} defaultValue={props.chosen} data-combobox="">
            {props.chosen === '' && <option value="">Choose</option>}
            {props.groups.map(({ region, zones }) => (
              <optgroup key={region} label={region}>
                {zones.map(({ value, label, also }) => (
                  <option key={value} value={value} data-also={also}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
