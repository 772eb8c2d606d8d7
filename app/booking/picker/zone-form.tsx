import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import detectZone from './detect-zone.js?url'
import type { ZoneGroup } from './zone-choices.ts'
import zoneCombobox from './zone-combobox.js?url'

/** Whose clock the times are on, and another one to choose. What else stands in the address is carried along. */
export function ZoneForm(props: {
  action: string
  timeZone: string
  isGuessed: boolean
  choices: ZoneGroup[]
  keep: Record<string, string | undefined>
}) {
  return (
    <form
      method="get"
      action={props.action}
      className="zone-form"
      data-guessed-zone={props.isGuessed ? props.timeZone : undefined}
    >
      <Field name="tz" label="Your time zone">
        {(control) => (
          <select {...control} defaultValue={props.timeZone} key={props.timeZone}>
            {props.choices.map(({ region, zones }) => (
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
      {Object.entries(props.keep).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <Button small tone="quiet">
        Show times there
      </Button>
      <script type="module" src={detectZone} />
      <script type="module" src={zoneCombobox} />
    </form>
  )
}

/** On a page that shows a time and asks for no zone: it is drawn again once the browser has told its clock. */
export function ZoneGuess({ timeZone }: { timeZone: string }) {
  return (
    <>
      <span data-guessed-zone={timeZone} hidden />
      <script type="module" src={detectZone} />
    </>
  )
}
