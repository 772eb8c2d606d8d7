import { Button } from '#app/ui/button.tsx'
import type { Forecast } from './chosen-leads.server.ts'
import { sayLeads, whyNotWords } from './bulk-words.ts'

type BulkCheckProps = { said: Forecast; typed: Readonly<Record<string, string>> }

/** What will happen, counted by the rules, before anything does. */
export function BulkCheck({ said, typed }: BulkCheckProps) {
  const { total, changed, kept } = said
  return (
    <form method="post" className="panel form">
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="bulk-count">
        <strong>{changed.toLocaleString('en-GB')}</strong> of {sayLeads(total)} will change.
      </p>
      {kept.length > 0 && (
        <ul>
          {kept.map(({ reason, count }) => (
            <li key={reason}>
              {count.toLocaleString('en-GB')} {count === 1 ? 'stays' : 'stay'} as{' '}
              {count === 1 ? 'it is' : 'they are'}: {whyNotWords[reason]}.
            </li>
          ))}
        </ul>
      )}
      <p className="beside">
        It is done beside your work and can be undone for 30 days, lead by lead where nobody changed it since.
      </p>
      <div className="btn-row">
        {changed > 0 && (
          <Button tone="go" name="intent" value="do">
            Change {sayLeads(changed)}
          </Button>
        )}
        <Button tone="quiet" name="intent" value="edit">
          Choose something else
        </Button>
      </div>
    </form>
  )
}
