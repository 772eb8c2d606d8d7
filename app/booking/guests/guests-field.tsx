import { TextField } from '#app/ui/field.tsx'
import { mostGuests } from './guests.ts'

/** The one field that most leave empty. */
export function GuestsField({
  label = 'Guests',
  ...typed
}: {
  label?: string
  defaultValue: string
  errors: string[] | undefined
}) {
  return (
    <TextField
      name="guests"
      label={label}
      hint={`Up to ${mostGuests} e-mail addresses with commas between. They get the invitation and reminders, not the link to change it.`}
      optional
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      autoComplete="off"
      {...typed}
    />
  )
}
