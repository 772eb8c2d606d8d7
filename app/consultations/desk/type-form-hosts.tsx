import type { FormErrors } from '#app/ops/typed-form.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Part } from '#app/ui/part.tsx'
import type { HostChoice } from './find-type.server.ts'
import type { HostTyped } from './typed-type.ts'

/** The fields of that many hosts that messages can stand at. */
export function shownHosts(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `hosts[${index}].weight`)
}

/** Who holds it: each calendar with a tick, its rank, its share, and its hours when it has several. */
export function HostFields(props: {
  hosts: readonly HostChoice[]
  values: readonly HostTyped[]
  errors: FormErrors
}) {
  const { hosts, values, errors } = props
  return (
    <Part id="hosts" heading="Who holds it">
      <p className="field-hint">
        Whoever is asked second gets a booking only when nobody who is asked first is free then. Among equals,
        of ten bookings a host with the share 3 beside one with 2 gets six.
      </p>
      {hosts.length === 0 && <p>There is no calendar yet. Add one first: without it nobody can book this.</p>}
      {hosts.map((host, index) => (
        <HostRow
          key={host.id}
          host={host}
          index={index}
          typed={values.find(({ id }) => id === host.id)}
          errors={errors[`hosts[${index}].weight`]}
        />
      ))}
    </Part>
  )
}

const ranks = [
  { value: '1', label: 'First' },
  { value: '2', label: 'Second' },
  { value: '3', label: 'Third' },
]

function HostRow(props: {
  host: HostChoice
  index: number
  typed: HostTyped | undefined
  errors: string[] | undefined
}) {
  const { host, index, typed, errors } = props
  const field = (name: string) => `hosts[${index}].${name}`
  return (
    <fieldset className="host-row">
      <legend className="said">{host.name}</legend>
      <input type="hidden" name={field('id')} value={host.id} />
      <label className="radio">
        <input type="checkbox" name={field('on')} value="on" defaultChecked={(typed?.on ?? '') !== ''} />
        <span>
          {host.name}
          {!host.active && <span className="beside"> cannot be booked now</span>}
        </span>
      </label>
      <SelectField name={field('rank')} label="Asked" choices={ranks} defaultValue={typed?.rank || '1'} />
      <TextField
        name={field('weight')}
        label="Share"
        inputMode="numeric"
        defaultValue={typed?.weight ?? '1'}
        {...(errors && { errors })}
      />
      {host.schedules.length > 1 ? (
        <SelectField
          name={field('schedule')}
          label="Hours"
          choices={host.schedules.map(({ id, name, isDefault }) => ({
            value: isDefault ? '' : id,
            label: isDefault ? `${name} (default)` : name,
          }))}
          defaultValue={typed?.schedule ?? ''}
        />
      ) : (
        <p className="host-hours">
          <span className="label">Hours</span>
          {host.schedules[0]?.name ?? 'None yet'}
        </p>
      )}
    </fieldset>
  )
}
