import { z } from 'zod'
import { db } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import type { Webhook } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { sayClearTime, sayShortDate } from '#app/time/say.ts'
import type { DeliveryRow } from './delivery-list.tsx'

/** The webhook; 404 when there is none. */
export async function getWebhook(id: string | undefined): Promise<Webhook> {
  const known = z.uuid().safeParse(id).data
  const webhook = known && (await db.webhook.findUnique({ where: { id: known } }))
  if (!webhook) throw new Response(null, { status: 404 })
  return webhook
}

/** What it was told lately, and what waits, on the viewer's clock. */
export async function listDeliveries(viewer: Viewer, webhookId: string, now: Date): Promise<DeliveryRow[]> {
  const say = (moment: Date) =>
    `${sayShortDate(moment, viewer.timeZone, now)}, ${sayClearTime(moment, viewer.timeZone)}`
  const deliveries = await db.webhookDelivery.findMany({
    where: { webhookId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
    include: { lead: { select: { ref: true } } },
  })
  return deliveries.map(({ id, event, lead, state, attempts, lastStatus, lastAnswer, at, runAt }) => ({
    ...{ id, event, state, attempts },
    lead: { name: `L-${lead.ref}`, href: paths.staff.lead(lead.ref) },
    answer: [lastStatus, lastAnswer].filter(Boolean).join(' '),
    happened: say(at),
    next: state === 'retry' ? say(runAt) : null,
  }))
}
