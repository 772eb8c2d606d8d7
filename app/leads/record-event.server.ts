import type { Transaction } from '#app/db.server.ts'
import { audit } from '#app/audit/audit.server.ts'
import { auditedEvent } from './audited-event.server.ts'
import { leadEventSchema, type LeadEventEntry } from './lead-event.ts'

/**
 * Adds one entry to a lead's timeline and moves the lead up in lists that are sorted by activity: one statement, because
 * nearly everything that happens comes by here. What a member of staff did is written into the audit log as well.
 */
export async function recordEvent(
  tx: Transaction,
  entry: { leadId: string; at: Date; actorId?: string; event: LeadEventEntry },
): Promise<void> {
  const { kind, ...detail } = leadEventSchema.parse(entry.event)
  const { leadId, at, actorId = null } = entry
  await tx.$executeRaw`
    WITH event AS (
      INSERT INTO lead_event (lead_id, at, kind, detail, actor_id)
      VALUES (${leadId}::uuid, ${at}, ${kind}, ${JSON.stringify(detail)}::jsonb, ${actorId}))
    UPDATE lead SET last_activity_at = ${at} WHERE id = ${leadId}::uuid`
  if (actorId === null) return
  await audit(tx, {
    actorId,
    action: 'lead.changed',
    entity: 'lead',
    entityId: leadId,
    ...auditedEvent(entry.event),
  })
}
