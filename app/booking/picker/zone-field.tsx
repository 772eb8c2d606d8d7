import { Field } from '#app/ui/field.tsx'
import detectZone from './detect-zone.js?url'
import type { ZoneGroup } from './zone-choices.ts'
import zoneCombobox from './zone-combobox.js?url'

type ZoneFieldProps = { label?: string; timeZone: string; choices: readonly ZoneGroup[] }

/** The zones as a list of cities, which its script makes a field to type into. The form around it may say what was guessed. */
export function ZoneField({ label = 'Your time zone', timeZone, choices }: ZoneFieldProps) {
  return (
    <>
      <Field name="tz" label={label}>
        {(control) => (
          <select {...control} defaultValue={timeZone} key={timeZone}>
            {choices.map(({ region, zones }) => (
              <optgroup key={region} label={region}>
                {zones.map(({ value, label: words, also }) => (
                  <option key={value} value={value} data-also={also}>
                    {words}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <script type="module" src={detectZone} />
      <script type="module" src={zoneCombobox} />
    </>
  )
}
