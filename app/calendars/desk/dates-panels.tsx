import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { SelectField, TextField, type Choice } from '#app/ui/field.tsx'

type PanelProps = {
  action: string
  /** What was typed, and what is wrong with it, when this form was refused. */
  typed: Record<string, string> | null
  errors: Record<string, string[]>
}

/** Whole days away, or a part of one. */
export function TimeOffPanel({
  action,
  typed,
  errors,
  colleagues,
}: PanelProps & { colleagues: readonly Choice[] }) {
  return (
    <section className="panel" aria-labelledby="add-off">
      <h2 id="add-off">Add time off</h2>
      <form method="post" action={action} className="form" noValidate>
        <ErrorSummary
          problems={problemsOf(errors, [
            ...['offFrom', 'offUntil', 'offFromTime', 'offUntilTime'],
            ...['offReason', 'offPublicReason', 'offColleague'],
          ])}
        />
        <div className="form-row pair">
          <DateField name="offFrom" label="First day" typed={typed} errors={errors} />
          <DateField name="offUntil" label="Last day" optional typed={typed} errors={errors} />
        </div>
        <fieldset className="field">
          <legend>For part of a day</legend>
          <p className="field-hint">Leave empty for whole days.</p>
          <div className="form-row pair">
            <TextField
              name="offFromTime"
              label="From"
              optional
              placeholder="14:30"
              autoComplete="off"
              defaultValue={typed?.offFromTime}
              errors={errors.offFromTime}
            />
            <TextField
              name="offUntilTime"
              label="Until"
              optional
              placeholder="16:00"
              autoComplete="off"
              defaultValue={typed?.offUntilTime}
              errors={errors.offUntilTime}
            />
          </div>
        </fieldset>
        <TextField
          name="offReason"
          label="Reason"
          hint="Only staff see it."
          optional
          defaultValue={typed?.offReason}
          errors={errors.offReason}
        />
        <TextField
          name="offPublicReason"
          label="What visitors read"
          hint="Shown to those who ask for this person, such as “On parental leave”. Left empty, they read nothing."
          optional
          defaultValue={typed?.offPublicReason}
          errors={errors.offPublicReason}
        />
        {colleagues.length > 0 && (
          <SelectField
            name="offColleague"
            label="Who stands in"
            hint="Visitors are offered this colleague’s calendar."
            choices={[{ value: '', label: 'Nobody in particular' }, ...colleagues]}
            defaultValue={typed?.offColleague ?? ''}
            errors={errors.offColleague}
          />
        )}
        <Send intent="off">Add the time off</Send>
      </form>
    </section>
  )
}

/** Hours for one date instead of its weekday's. */
export function DayPanel({ action, typed, errors }: PanelProps) {
  return (
    <section className="panel" aria-labelledby="add-day">
      <h2 id="add-day">Other hours on a day</h2>
      <form method="post" action={action} className="form" noValidate>
        <ErrorSummary problems={problemsOf(errors, ['dayDate', 'dayHours'])} />
        <DateField name="dayDate" label="Day" typed={typed} errors={errors} />
        <TextField
          name="dayHours"
          label="Hours that day"
          hint="Such as 09:00–12:30, 13:30–17:00, or closed. They replace those of the week."
          autoComplete="off"
          defaultValue={typed?.dayHours}
          errors={errors.dayHours}
        />
        <Send intent="day">Set the hours</Send>
      </form>
    </section>
  )
}

/** Some days on another clock. */
export function TravelPanel({
  action,
  typed,
  errors,
  zones,
  home,
}: PanelProps & { zones: readonly Choice[]; home: string }) {
  return (
    <section className="panel" aria-labelledby="add-travel">
      <h2 id="add-travel">Add a journey</h2>
      <form method="post" action={action} className="form" noValidate>
        <ErrorSummary problems={problemsOf(errors, ['awayFrom', 'awayUntil', 'awayZone'])} />
        <div className="form-row pair">
          <DateField name="awayFrom" label="First day there" typed={typed} errors={errors} />
          <DateField name="awayUntil" label="Last day there" optional typed={typed} errors={errors} />
        </div>
        <SelectField
          name="awayZone"
          label="The clock there"
          hint="On these days all hours are read on this clock."
          choices={zones}
          defaultValue={typed?.awayZone || home}
          errors={errors.awayZone}
        />
        <Send intent="travel">Add the journey</Send>
      </form>
    </section>
  )
}

export function DateField({
  name,
  label,
  optional = false,
  typed,
  errors,
}: Omit<PanelProps, 'action'> & { name: string; label: string; optional?: boolean }) {
  return (
    <TextField
      name={name}
      type="date"
      label={label}
      optional={optional}
      defaultValue={typed?.[name]}
      errors={errors[name]}
    />
  )
}

function Send({ intent, children }: { intent: string; children: string }) {
  return (
    <div>
      <Button small name="intent" value={intent}>
        {children}
      </Button>
    </div>
  )
}
