import { Field } from '#app/ui/field.tsx'
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
      <script type="module" src={zoneCombobox} />
    </>
  )
}

/**
 * The same before anybody looked for another zone: the list is two thirds of a page, so it is a link to the page that has
 * it, drawn as the field that its script makes of it.
 */
export function ZoneInUse(props: { timeZone: string; words: string; listHref: string }) {
  return (
    <>
      <div className="field">
        <span className="field-name" id="tz-name">
          Your time zone
        </span>
        <a
          id="tz"
          className="field-link"
          href={props.listHref}
          aria-labelledby="tz-name tz tz-other"
          data-zone={props.timeZone}
        >
          {props.words}
        </a>
        <span id="tz-other" hidden>
          Choose another
        </span>
      </div>
      <script type="module" src={zoneCombobox} />
    </>
  )
}
