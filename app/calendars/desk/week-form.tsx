import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { SavedMeanwhile } from '#app/ui/saved-meanwhile.tsx'
import { DayBar } from './day-bar.tsx'
import { weekDifferences } from './week-differences.ts'
import { weekdayNames } from './week.ts'

export type ShownDay = { field: string; text: string; ranges: { from: string; until: string }[] }
type Errors = Record<string, string[]>

/** A schedule's name and its week, one line a day. */
export function WeekForm({
  action,
  name,
  days,
  version,
  isLate,
  typed,
  errors,
}: {
  action: string
  name: string
  days: readonly ShownDay[]
  /** Of the schedule as it is saved. */
  version: number
  /** What was typed was drawn from an earlier one. */
  isLate: boolean
  /** What was typed into a form that was refused. */
  typed: Record<string, string> | null
  errors: Errors
}) {
  return (
    <form method="post" action={action} className="form" noValidate>
      <ErrorSummary problems={problemsOf(errors, ['name', ...days.map(({ field }) => field)])} />
      {isLate && typed && (
        <SavedMeanwhile differences={weekDifferences({ name, days }, typed)} intent="save" here={action} />
      )}
      <input type="hidden" name="version" value={isLate ? version : (typed?.version ?? version)} />
      <TextField
        name="name"
        label="Name of the schedule"
        hint="Only staff see it."
        defaultValue={typed?.name ?? name}
        errors={errors.name}
      />
      <fieldset className="week" aria-describedby="week-hint">
        <legend>Hours of a week</legend>
        <p className="field-hint" id="week-hint">
          Write 09:00–12:30, 13:30–17:00, or 9-17 for short. Leave a day empty to be closed. A night is two
          ranges that touch: 22:00–24:00 on one day and 00:00–02:00 on the next.
        </p>
        {days.map(({ field, text, ranges }, index) => (
          <div key={field} className="week-day">
            <TextField
              name={field}
              label={weekdayNames[index]}
              placeholder="Closed"
              autoComplete="off"
              defaultValue={typed?.[field] ?? text}
              errors={errors[field]}
            />
            <DayBar ranges={ranges} />
          </div>
        ))}
      </fieldset>
      <div>
        <Button tone="go" name="intent" value="save">
          Save the hours
        </Button>
      </div>
    </form>
  )
}
