import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { sayActRefusal } from './act-words.ts'
import type { RefusedAct } from './booking-acts.server.ts'
import { Guard, type Shown } from './booking-guard.tsx'
import type { HostChoice } from './load-choices.server.ts'

type Props = { shown: Shown; refused: RefusedAct | null; hosts: readonly HostChoice[] }

/** The hosts who are free then, and why the others are not. */
export function ReassignForm({ shown, refused, hosts }: Props) {
  const free = hosts.filter(({ why }) => why === null)
  return (
    <form method="post" className="form" noValidate aria-labelledby="reassign">
      <h3 id="reassign">Give it to a colleague</h3>
      <Guard {...shown} />
      {free.length > 0 ? (
        <>
          <SelectField
            name="host"
            label="Free at that time"
            choices={free.map(({ slug, name }) => ({ value: slug, label: name }))}
            defaultValue={refused?.typed.host}
            errors={refused?.errors.host}
          />
          <div>
            <Button small name="intent" value="reassign">
              Give it to them
            </Button>
          </div>
        </>
      ) : (
        <p>Nobody else who holds this kind of consultation is free then.</p>
      )}
      <Others hosts={hosts.filter(({ why }) => why !== null)} />
    </form>
  )
}

function Others({ hosts }: { hosts: readonly HostChoice[] }) {
  if (hosts.length === 0) return null
  return (
    <ul className="plain-list beside">
      {hosts.map(({ slug, name, why }) => (
        <li key={slug}>
          {name}: {why && sayActRefusal(why)}
        </li>
      ))}
    </ul>
  )
}
