import type { Transaction } from '#app/db.server.ts'
import { audit } from '#app/audit/audit.server.ts'
import { auditedEvent } from './audited-event.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import { toldToWebhooks } from '#app/webhooks/tell-webhooks.server.ts'
import { leadEventSchema, type LeadEventEntry } from './lead-event.ts'
import { toldOutside } from './told-outside.ts'

/**
 * Adds one entry to a lead's timeline, writes down whom to tell of it outside, and moves the lead up in lists that are
 * sorted by activity: one statement, because nearly everything that happens comes by here. What a member of staff did is
 * written into the audit log as well.
 */
export async function recordEvent(
  tx: Transaction,
  entry: {
    leadId: string
    at: Date
    actorId?: string
    event: LeadEventEntry
    /** Not for what is no work on the lead, such as a tag: it stands where it stood. */
    isActivity?: boolean
    /** Not for what has an entry of its own in the audit log. */
    isAudited?: boolean
  },
): Promise<void> {
  const event = leadEventSchema.parse(entry.event)
  const { kind, ...detail } = event
  const { leadId, at, actorId = null, isActivity = true, isAudited = true } = entry
  const told = toldOutside(event)
  const telling = told ? Prisma.sql`, told AS (${toldToWebhooks(told, { leadId, at })})` : Prisma.empty
  await tx.$executeRaw`
    WITH event AS (
      INSERT INTO lead_event (lead_id, at, kind, detail, actor_id)
      VALUES (${leadId}::uuid, ${at}, ${kind}, ${JSON.stringify(detail)}::jsonb, ${actorId}))
    ${telling}
    UPDATE lead SET last_activity_at = ${at} WHERE id = ${leadId}::uuid AND ${isActivity}`
  if (actorId === null || !isAudited) return
  await audit(tx, {
    actorId,
    action: 'lead.changed',
    entity: 'lead',
    entityId: leadId,
    ...auditedEvent(entry.event),
  })
}
