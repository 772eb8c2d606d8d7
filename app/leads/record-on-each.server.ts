import { auditEach } from '#app/audit/audit.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { auditedEvent } from './audited-event.server.ts'
import { leadEventSchema, type LeadEventEntry } from './lead-event.ts'

/** What nobody outside is told of, and so can be written without asking who wants to hear. */
type Quiet = Extract<LeadEventEntry, { kind: 'owner' }>

/** Writes one entry onto many timelines, as recordEvent does onto one, in a handful of statements however many there are. */
export async function recordOnEach(
  tx: Transaction,
  { leadIds, at, actorId, event }: { leadIds: readonly string[]; at: Date; actorId: string; event: Quiet },
): Promise<void> {
  const { kind, ...detail } = leadEventSchema.parse(event)
  await tx.$executeRaw`
    WITH event AS (
      INSERT INTO lead_event (lead_id, at, kind, detail, actor_id)
      SELECT lead_id, ${at}, ${kind}, ${JSON.stringify(detail)}::jsonb, ${actorId}
      FROM unnest(${leadIds}::uuid[]) AS lead_id)
    UPDATE lead SET last_activity_at = ${at} WHERE id = ANY (${leadIds}::uuid[])`
  await auditEach(tx, leadIds, { actorId, action: 'lead.changed', entity: 'lead', ...auditedEvent(event) })
}
