import { Button } from '#app/ui/button.tsx'
import { Status, type StatusTone } from '#app/ui/status.tsx'

export type ComingMonth = { name: string; entries: ComingEntry[] }
export type ComingKind =
  'Other hours' | 'Closed' | 'Time off' | 'Travel' | 'Public holiday' | 'Works that day' | 'Company closed'
export type ComingEntry = {
  key: string
  days: string
  kind: ComingKind
  words: string
  /** How many bookings lie in it all the same. */
  standing: number
  /** What its button sends; null when it is not changed here. */
  act: { intent: string; field: 'id' | 'date'; value: string; label: string } | null
}

const tones: Record<ComingKind, StatusTone> = {
  'Other hours': 'signal',
  Closed: 'alert',
  'Time off': 'violet',
  Travel: 'blue',
  'Public holiday': 'soft',
  'Works that day': 'signal',
  'Company closed': 'alert',
}

/** The days that are unlike others, as they come. */
export function ComingList({
  action,
  months,
  mayChange,
}: {
  action: string
  months: readonly ComingMonth[]
  mayChange: boolean
}) {
  return months.map(({ name, entries }) => (
    <section key={name} aria-label={name}>
      <h3 className="label">{name}</h3>
      <ul className="coming">
        {entries.map((entry) => (
          <li key={entry.key}>
            <span className="coming-days">{entry.days}</span>
            <span className="coming-what">
              <Status tone={tones[entry.kind]}>{entry.kind}</Status>
              {entry.words && <span className="beside">{entry.words}</span>}
              {entry.standing > 0 && <Status tone="amber">{sayStanding(entry.standing)}</Status>}
            </span>
            {mayChange && entry.act && <EntryForm action={action} entry={entry} act={entry.act} />}
          </li>
        ))}
      </ul>
    </section>
  ))
}

function EntryForm({
  action,
  entry,
  act,
}: {
  action: string
  entry: ComingEntry
  act: NonNullable<ComingEntry['act']>
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name={act.field} value={act.value} />
      <Button small tone="quiet" name="intent" value={act.intent}>
        {act.label}{' '}
        <span className="said">
          {entry.kind}, {entry.days}
        </span>
      </Button>
    </form>
  )
}

function sayStanding(count: number): string {
  return count === 1 ? '1 booking stands in it' : `${count} bookings stand in it`
}
