import { env } from '#app/env.server.ts'
import { log } from '#app/ops/log.server.ts'
import { paths } from '#app/paths.ts'
import { claimDelivery, settleDelivery, type Claim } from './claim-delivery.server.ts'
import { postMessage } from './post-message.server.ts'
import { bodySchema, webhookEvents, type WebhookEvent } from './webhook-event.ts'
import { signMessage } from './webhook-signature.server.ts'

/**
 * Sends the delivery that is due longest, outside of any transaction: at least once, and when it comes twice it has the
 * same `webhook-id`.
 */
export async function deliverNext(
  now: Date,
  { random = Math.random }: { random?: () => number } = {},
): Promise<'nothing' | 'done'> {
  const claim = await claimDelivery()
  if (!claim) return 'nothing'
  const { delivery } = claim
  const body = bodyOf(delivery)
  const headers = signMessage(secretsOf(delivery.webhook, now), { id: idOf(delivery), sentAt: now, body })
  const answered = await postMessage(delivery.webhook.url, { headers, body })
  const state = await settleDelivery(claim, answered, random())
  const line = { delivery: delivery.id, event: delivery.event, state, status: answered.status }
  if (state === 'sent') log.info(line, 'webhook')
  else log.warn(line, 'webhook not delivered')
  return 'done'
}

/** What the message says: the same for every attempt. */
function bodyOf({ event, data, at, lead }: Claim['delivery']): string {
  const body = {
    type: event,
    timestamp: at.toISOString(),
    data: {
      ...Object(data),
      lead: { reference: `L-${lead.ref}`, url: env.APP_URL + paths.staff.lead(lead.ref) },
    },
  }
  return JSON.stringify(isEvent(event) ? bodySchema(event).parse(body) : body)
}

function isEvent(event: string): event is WebhookEvent {
  return webhookEvents.some((each) => each === event)
}

export function idOf({ id }: { id: string }): string {
  return `msg_${id}`
}

function secretsOf(
  webhook: { secret: string; previousSecret: string | null; previousUntil: Date | null },
  now: Date,
): string[] {
  const { secret, previousSecret, previousUntil } = webhook
  return previousSecret && previousUntil && previousUntil > now ? [secret, previousSecret] : [secret]
}
