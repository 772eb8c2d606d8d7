import { milliseconds } from 'date-fns'
import { db } from '#app/db.server.ts'
import type { Webhook, WebhookDelivery } from '#app/prisma/client.ts'
import type { Answered } from './post-message.server.ts'

/** A delivery that is ours until its lease ends, a minute from now by the database's clock. */
export type Claim = {
  delivery: WebhookDelivery & { webhook: Webhook; lead: { ref: number } }
  leaseId: string
}

/** How long to wait after the n-th attempt failed; after the last, some two days on, it is given up. */
const waits = [
  ...[milliseconds({ seconds: 5 }), milliseconds({ minutes: 5 }), milliseconds({ minutes: 30 })],
  ...[2, 5, 10, 14].map((hours) => milliseconds({ hours })),
]
export const mostAttempts = waits.length + 1

/** Takes the delivery that is due longest, or null. Two workers never take the same one, and neither waits. */
export async function claimDelivery(): Promise<Claim | null> {
  const [claimed] = await db.$queryRaw<{ id: string; leaseId: string }[]>`
    UPDATE webhook_delivery SET
      state = 'sending', attempts = attempts + 1,
      lease_id = gen_random_uuid(), lease_until = now() + interval '60 seconds'
    WHERE id = (
      SELECT due.id FROM webhook_delivery AS due JOIN webhook ON webhook.id = due.webhook_id
      WHERE due.state IN ('queued', 'retry') AND due.run_at <= now() AND webhook.active
      ORDER BY due.run_at, due.created_at
      LIMIT 1
      FOR UPDATE OF due SKIP LOCKED)
    RETURNING id, lease_id AS "leaseId"`
  if (!claimed) return null
  const delivery = await db.webhookDelivery.findUnique({
    where: { id: claimed.id },
    include: { webhook: true, lead: { select: { ref: true } } },
  })
  return delivery && { delivery, leaseId: claimed.leaseId }
}

/** Puts back what a worker left behind that was killed: it may arrive twice, under the same id. */
export async function recoverDeliveries(): Promise<number> {
  return db.$executeRaw`
    UPDATE webhook_delivery SET
      state = (CASE WHEN attempts >= ${mostAttempts} THEN 'dead' ELSE 'retry' END)::webhook_state,
      lease_id = NULL, lease_until = NULL,
      last_answer = 'The process that was sending it ended; it may have arrived.'
    WHERE state = 'sending' AND lease_until < now()`
}

/**
 * Writes down how it went, if the lease is still ours. Any 2xx is taken for an answer; 410 says that nobody is there any
 * more, which switches the webhook off. `random`, from 0 to 1, spreads what failed together.
 */
export async function settleDelivery(
  { delivery, leaseId }: Claim,
  { status, words }: Answered,
  random: number,
): Promise<'sent' | 'retry' | 'dead'> {
  const wait = waits[delivery.attempts - 1]
  const isTaken = status !== null && status >= 200 && status < 300
  const state = isTaken ? 'sent' : wait === undefined || status === 410 ? 'dead' : 'retry'
  const seconds = ((wait ?? 0) * (1 + random / 5)) / 1000
  await db.$executeRaw`
    UPDATE webhook_delivery SET
      state = ${state}::webhook_state, last_status = ${status}, last_answer = ${words},
      run_at = (CASE WHEN ${state} = 'retry' THEN now() + make_interval(secs => ${seconds}::float8) ELSE run_at END),
      sent_at = (CASE WHEN ${state} = 'sent' THEN now() END), lease_id = NULL, lease_until = NULL
    WHERE id = ${delivery.id}::uuid AND lease_id = ${leaseId}::uuid`
  if (status === 410)
    await db.webhook.updateMany({ where: { id: delivery.webhookId }, data: { active: false } })
  return state
}

/** What was told is of no use to anybody after a month. */
export async function forgetOldDeliveries(): Promise<void> {
  await db.$executeRaw`
    DELETE FROM webhook_delivery
    WHERE state IN ('sent', 'dead') AND created_at < now() - interval '30 days'`
}
