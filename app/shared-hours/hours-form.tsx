import type { ReactNode } from 'react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { halfHours, usualHours } from './typed-hours.ts'

type HoursFormProps = {
  /** The list of cities, which booking has too. */
  zoneField: ReactNode
  /** Drawn for the office's clock until the browser tells its own. */
  guessedZone: string | undefined
  typed: { from?: string; until?: string }
  errors: Record<string, string[] | undefined>
}

/** The answers go into the address, so that the hours can be sent to a colleague. */
export function HoursForm({ zoneField, guessedZone, typed, errors }: HoursFormProps) {
  return (
    <>
      <ErrorSummary problems={problemsOf(errors, ['from', 'until'])} />
      <form
        method="get"
        action={paths.sharedHours()}
        className="hours-form"
        data-guessed-zone={guessedZone}
        aria-label="Your working hours"
      >
        {zoneField}
        <SelectField
          name="from"
          label="You begin at"
          choices={halfHours.slice(0, -1).map(asChoice)}
          defaultValue={typed.from ?? usualHours.from}
          {...(errors.from && { errors: errors.from })}
        />
        <SelectField
          name="until"
          label="You end at"
          choices={halfHours.slice(1).map(asChoice)}
          defaultValue={typed.until ?? usualHours.until}
          {...(errors.until && { errors: errors.until })}
        />
        <Button>Show shared hours</Button>
      </form>
    </>
  )
}

function asChoice(time: string) {
  return { value: time, label: time }
}
