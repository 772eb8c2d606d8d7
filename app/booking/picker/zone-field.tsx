import { Field } from '#app/ui/field.tsx'
import type { ZonesShown } from './show-zones.ts'
import type { ZoneGroup } from './zone-choices.ts'
import { ZoneScript } from './zone-script.tsx'

/** The zone in use, which its script makes a field to type into. The form around it may say what was guessed. */
export function ZoneField({ label = 'Your time zone', zones }: { label?: string; zones: ZonesShown }) {
  const { timeZone, choices } = zones
  return (
    <>
      {choices ? <ZoneList {...{ label, timeZone, choices }} /> : <ZoneInUse label={label} {...zones} />}
      <ZoneScript />
    </>
  )
}

/** The zones as a list of cities. */
function ZoneList(props: { label: string; timeZone: string; choices: readonly ZoneGroup[] }) {
  const { label, timeZone, choices } = props
  return (
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
  )
}

/**
 * The same before anybody looked for another zone: a link to the page that has the list, drawn as the field that its script
 * makes of it.
 */
function ZoneInUse(props: ZonesShown & { label: string }) {
  const { label, timeZone, isGuessed, words, listHref } = props
  return (
    <div className="field">
      <span className="field-name" id="tz-name">
        {label}
      </span>
      <a
        id="tz"
        className="field-link"
        href={listHref}
        aria-labelledby="tz-name tz tz-other"
        data-zone={timeZone}
      >
        {words}
      </a>
      <span id="tz-other" hidden>
        Choose another
      </span>
      {/* What was chosen goes along with what else the form asks. */}
      {!isGuessed && <input type="hidden" name="tz" value={timeZone} />}
    </div>
  )
}
