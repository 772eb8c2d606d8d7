import { Button } from '#app/ui/button.tsx'
import detectZone from './detect-zone.js?url'
import type { ZoneGroup } from './zone-choices.ts'
import { ZoneField } from './zone-field.tsx'

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
      <ZoneField timeZone={props.timeZone} choices={props.choices} />
      {Object.entries(props.keep).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <Button small tone="quiet">
        Show times there
      </Button>
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
