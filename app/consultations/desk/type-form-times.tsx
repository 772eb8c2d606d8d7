import { meetingLimits } from '#app/calendars/limit-columns.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Part } from '#app/ui/part.tsx'
import { RadioField } from '#app/ui/radio-field.tsx'
import { unitNames } from './amounts.ts'
import type { PartProps } from './type-form.tsx'

/** Lengths are in minutes: that is how calendars are read. */
export function HowLong({ typed }: PartProps) {
  return (
    <Part id="length" heading="How long">
      <div className="form">
        <div className="form-row">
          <TextField {...typed('minutes')} label="Length" hint="Minutes, 5 to 480." inputMode="numeric" />
          <TextField
            {...typed('stepMinutes')}
            label="A start every"
            hint="Minutes, counted from when the host opens."
            inputMode="numeric"
          />
        </div>
        <div className="form-row">
          <TextField
            {...typed('bufferBeforeMinutes')}
            label="Keep free before"
            hint="Minutes, 0 for none."
            inputMode="numeric"
          />
          <TextField
            {...typed('bufferAfterMinutes')}
            label="Keep free after"
            hint="Minutes, 0 for none."
            inputMode="numeric"
          />
        </div>
      </div>
    </Part>
  )
}

export function BookableWhen({ typed }: PartProps) {
  return (
    <Part id="when" heading="When it can be booked">
      <div className="form">
        <Duration typed={typed} field="notice" label="At the latest before it starts" />
        <Duration typed={typed} field="cutoff" label="Visitors may move or cancel until this long before" />
        <RadioField {...typed('windowKind')} label="How far ahead" choices={windows} />
        <div className="form-row window">
          <TextField {...typed('windowDays')} label="Days" hint="Today is the first." inputMode="numeric" />
          <TextField {...typed('windowFrom')} type="date" label="First date" hint="Between two dates." />
          <TextField {...typed('windowUntil')} type="date" label="Last date" hint="It is included." />
        </div>
        <Limits typed={typed} />
      </div>
    </Part>
  )
}

const windows = [
  { value: 'days', label: 'A number of days' },
  { value: 'business_days', label: 'A number of business days' },
  { value: 'dates', label: 'Between two dates' },
]

function Limits({ typed }: PartProps) {
  return (
    <fieldset className="field">
      <legend>At most, with each host</legend>
      <p className="field-hint">
        Only of this type. Leave empty for as many as fit; a host’s own limit counts as well.
      </p>
      <div className="form-row limits">
        {meetingLimits.map(({ column, label }) => (
          <TextField key={column} {...typed(column)} label={label} inputMode="numeric" />
        ))}
      </div>
    </fieldset>
  )
}

/** A number and what it counts, side by side; both are read together. */
function Duration({ typed, field, label }: PartProps & { field: 'notice' | 'cutoff'; label: string }) {
  return (
    <fieldset className="duration">
      <legend>{label}</legend>
      <TextField
        {...typed(field)}
        label={<span className="said">{label}: number</span>}
        inputMode="numeric"
      />
      <SelectField
        {...typed(`${field}Unit`)}
        label={<span className="said">{label}: unit</span>}
        choices={Object.entries(unitNames).map(([value, name]) => ({ value, label: name }))}
      />
    </fieldset>
  )
}
