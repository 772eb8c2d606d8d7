import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField, TextField, type Choice } from '#app/ui/field.tsx'
import type { Difference } from '#app/ui/meanwhile.ts'
import { SavedMeanwhile } from '#app/ui/saved-meanwhile.tsx'
import { meetingLimits, minuteLimits, type MeetingLimits, type MinuteLimits } from '../limit-columns.ts'

/** The values of the form's fields, as they are typed. */
export type SettingsTyped = {
  name: string
  timeZone: string
  country: string
  state: string
  staff: string
  active: string
} & Record<LimitColumn, string>

export type LimitColumn = keyof MeetingLimits | keyof MinuteLimits

export type SettingsChoices = {
  zones: Choice[]
  countries: Choice[]
  /** Of the country that is saved; empty when it has none. */
  states: Choice[]
  /** Null for whoever may not change who holds it and whether it can be booked. */
  holders: Choice[] | null
}

const shownFields = [
  ...['name', 'timeZone', 'country', 'state'],
  ...[...meetingLimits, ...minuteLimits].map(({ column }) => column),
  ...['staff', 'active'],
]

type FormProps = { values: SettingsTyped; errors: Record<string, string[]>; choices: SettingsChoices }

/** Everything about a calendar but its hours and dates. */
export function SettingsForm(
  props: FormProps & {
    action: string
    /** What the form was drawn from. */
    version: number
    /** What differs from what a colleague has saved since. */
    meanwhile: readonly Difference[] | null
  },
) {
  const { action, values, errors, choices, version, meanwhile } = props
  return (
    <form method="post" action={action} className="form" noValidate>
      <ErrorSummary problems={problemsOf(errors, shownFields)} />
      {meanwhile && <SavedMeanwhile differences={meanwhile} here={action} />}
      <input type="hidden" name="version" value={version} />
      <TextField
        name="name"
        label="Name"
        hint="What visitors see beside the time"
        defaultValue={values.name}
        errors={errors.name}
      />
      <SelectField
        name="timeZone"
        label="Time zone"
        hint="All hours and dates are read on this clock. After a change, 11:00 is 11:00 there; bookings keep their moment."
        choices={choices.zones}
        defaultValue={values.timeZone}
        errors={errors.timeZone}
      />
      <RegionFields values={values} errors={errors} choices={choices} />
      <LimitFields values={values} errors={errors} />
      {choices.holders && <OfficeFields values={values} errors={errors} holders={choices.holders} />}
      <div>
        <Button tone="go">Save the settings</Button>
      </div>
    </form>
  )
}

function RegionFields({ values, errors, choices: { countries, states } }: FormProps) {
  return (
    <div className="form-row">
      <SelectField
        name="country"
        label="Public holidays of"
        hint={states.length > 0 ? undefined : 'Some countries have states to choose once it is saved.'}
        choices={[{ value: '', label: 'No country' }, ...countries]}
        defaultValue={values.country}
        errors={errors.country}
      />
      {states.length > 0 && (
        <SelectField
          name="state"
          label="State or region"
          choices={[{ value: '', label: 'Only those of the whole country' }, ...states]}
          defaultValue={values.state}
          errors={errors.state}
        />
      )}
    </div>
  )
}

function LimitFields({ values, errors }: Omit<FormProps, 'choices'>) {
  const field = ({ column, label }: { column: LimitColumn; label: string }) => (
    <TextField
      key={column}
      name={column}
      label={label}
      inputMode="numeric"
      defaultValue={values[column]}
      errors={errors[column]}
    />
  )
  return (
    <>
      <fieldset className="field">
        <legend>Meetings at most, over all types of consultation</legend>
        <p className="field-hint">Leave empty for as many as fit the hours.</p>
        <div className="form-row limits">{meetingLimits.map(field)}</div>
      </fieldset>
      <fieldset className="field">
        <legend>Minutes in meetings at most</legend>
        <p className="field-hint">
          Buffers do not count: 120 a day is two hours of talking. Leave empty for no limit.
        </p>
        <div className="form-row limits">{minuteLimits.map(field)}</div>
      </fieldset>
    </>
  )
}

function OfficeFields({ values, errors, holders }: Omit<FormProps, 'choices'> & { holders: Choice[] }) {
  return (
    <div className="form-row">
      <SelectField
        name="staff"
        label="Who holds it"
        choices={holders}
        defaultValue={values.staff}
        errors={errors.staff}
      />
      <SelectField
        name="active"
        label="Can be booked"
        hint="Bookings that are made stay either way."
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No, offer none of its times' },
        ]}
        defaultValue={values.active}
        errors={errors.active}
      />
    </div>
  )
}
