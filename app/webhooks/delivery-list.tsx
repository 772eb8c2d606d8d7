import type { WebhookState } from '#app/prisma/enums.ts'
import { Button } from '#app/ui/button.tsx'
import { Status } from '#app/ui/status.tsx'
import { deliveryStateWords } from './delivery-state.ts'

export type DeliveryRow = {
  id: string
  event: string
  lead: { name: string; href: string }
  state: WebhookState
  attempts: number
  /** What the receiver said last: `'503 Service unavailable'`. */
  answer: string
  happened: string
  /** When it is tried next, for one that waits. */
  next: string | null
}

export function DeliveryList({ deliveries }: { deliveries: readonly DeliveryRow[] }) {
  if (deliveries.length === 0) return <p className="beside">Nothing has been told yet.</p>
  return (
    <ul className="plain-list feeds">
      {deliveries.map((delivery) => (
        <Delivery key={delivery.id} {...delivery} />
      ))}
    </ul>
  )
}

function Delivery({ id, event, lead, state, attempts, answer, happened, next }: DeliveryRow) {
  const { name, tone } = deliveryStateWords[state]
  return (
    <li>
      <div className="feed-head">
        <h3>
          <code>{event}</code>
        </h3>
        <span className="beside">
          <a href={lead.href}>{lead.name}</a>, {happened}
        </span>
      </div>
      <p className="feed-state">
        <Status tone={tone}>{name}</Status>
        <span className="beside">
          {attempts} {attempts === 1 ? 'attempt' : 'attempts'}
          {next && `, next ${next}`}
        </span>
      </p>
      {answer && <p className="as-typed">{answer}</p>}
      {state !== 'sending' && (
        <form method="post" className="btn-row">
          <input type="hidden" name="intent" value="again" />
          <input type="hidden" name="delivery" value={id} />
          <Button small>
            Send again
            <span className="said">
              : {event}, {lead.name}
            </span>
          </Button>
        </form>
      )}
    </li>
  )
}
