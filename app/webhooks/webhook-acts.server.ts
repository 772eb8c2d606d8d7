import { addHours } from 'date-fns'
import type { AuditedFields } from '#app/audit/audit-entry.ts'
import { audit } from '#app/audit/audit.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { requireAdmin } from './admin.server.ts'
import type { WebhookEvent } from './webhook-event.ts'
import { newWebhookSecret } from './webhook-signature.server.ts'

export const mostWebhooks = 20
/** How long the secret that was replaced still signs beside the new one. */
export const overlapHours = 24

type NewWebhook = { key: string; url: string; events: WebhookEvent[] }

/** Adds a webhook. `key` is the form's own and becomes its id, so that one form makes one. */
export function addWebhook(
  viewer: Viewer,
  { key, url, events }: NewWebhook,
): Promise<Outcome<string, 'there-already' | 'too-many'>> {
  requireAdmin(viewer)
  return db.$transaction(async (tx): Promise<Outcome<string, 'there-already' | 'too-many'>> => {
    await lockFor(tx, 'setup', 'webhooks')
    const webhooks = await tx.webhook.findMany({ select: { id: true, url: true } })
    if (webhooks.some(({ id }) => id === key)) return done(key)
    if (webhooks.some((webhook) => webhook.url === url)) return refused('there-already')
    if (webhooks.length >= mostWebhooks) return refused('too-many')
    await tx.webhook.create({ data: { id: key, url, events, secret: newWebhookSecret() } })
    await writeDown(tx, viewer, key, { webhook: 'added', events })
    return done(key)
  })
}

/** What it is told from now on. */
export async function chooseEvents(viewer: Viewer, id: string, events: WebhookEvent[]): Promise<void> {
  requireAdmin(viewer)
  await change(viewer, id, { events })
}

/** Off, nothing is written for it any more, and what waits goes on waiting until it is on again. */
export async function switchWebhook(viewer: Viewer, id: string, active: boolean): Promise<void> {
  requireAdmin(viewer)
  await change(viewer, id, { active })
}

/** A new secret; the old one signs beside it for a day. `shown`: the version that was on the page, so twice is once. */
export async function rotateSecret(
  viewer: Viewer,
  id: string,
  { shown, now }: { shown: number; now: Date },
): Promise<void> {
  requireAdmin(viewer)
  await db.$transaction(async (tx) => {
    await lockFor(tx, 'setup', 'webhooks')
    const webhook = await tx.webhook.findUnique({ where: { id } })
    if (!webhook) throw notFound()
    if (webhook.secretVersion !== shown) return
    await tx.webhook.update({
      where: { id },
      data: {
        secret: newWebhookSecret(),
        secretVersion: { increment: 1 },
        previousSecret: webhook.secret,
        previousUntil: addHours(now, overlapHours),
      },
    })
    await writeDown(tx, viewer, id, { webhook: 'new secret' })
  })
}

/** Takes it away with what was told and what waits. Once is as good as twice. */
export async function removeWebhook(viewer: Viewer, id: string): Promise<void> {
  requireAdmin(viewer)
  await db.$transaction(async (tx) => {
    const { count } = await tx.webhook.deleteMany({ where: { id } })
    if (count > 0) await writeDown(tx, viewer, id, { webhook: 'removed' })
  })
}

/** Sends a delivery once more, under the same id: one that is on its way is left alone. */
export async function sendDeliveryAgain(viewer: Viewer, id: string, deliveryId: string): Promise<void> {
  requireAdmin(viewer)
  const delivery = await db.webhookDelivery.count({ where: { id: deliveryId, webhookId: id } })
  if (delivery === 0) throw notFound()
  await db.$executeRaw`
    UPDATE webhook_delivery SET state = 'queued', attempts = 0, run_at = now()
    WHERE id = ${deliveryId}::uuid AND state <> 'sending'`
}

async function change(
  viewer: Viewer,
  id: string,
  data: { events: WebhookEvent[] } | { active: boolean },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.webhook.updateMany({ where: { id }, data })
    if (count === 0) throw notFound()
    await writeDown(tx, viewer, id, data)
  })
}

/** Into the audit log, without the address: a part of it may be a secret. */
function writeDown(tx: Transaction, viewer: Viewer, id: string, after: AuditedFields): Promise<void> {
  const entityId = `webhook ${id}`
  return audit(tx, { actorId: viewer.id, action: 'settings.changed', entity: 'settings', entityId, after })
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
