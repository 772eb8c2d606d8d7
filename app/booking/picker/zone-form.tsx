import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import detectZone from './detect-zone.js?url'
import type { ZoneChoice } from './zone-choices.ts'

/** Whose clock the times are on, and another one to choose. What else stands in the address is carried along. */
export function ZoneForm(props: {
  action: string
  timeZone: string
  isGuessed: boolean
  choices: ZoneChoice[]
  keep: Record<string, string | undefined>
}) {
  return (
    <form
      method="get"
      action={props.action}
      className="zone-form"
      data-guessed-zone={props.isGuessed ? props.timeZone : undefined}
    >
      <SelectField
        name="tz"
        label="Your time zone"
        choices={props.choices}
        defaultValue={props.timeZone}
        key={props.timeZone}
      />
      {Object.entries(props.keep).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <Button small tone="quiet">
        Show times there
      </Button>
      <script type="module" src={detectZone} />
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
