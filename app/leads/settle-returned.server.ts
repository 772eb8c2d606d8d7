import { audit } from '#app/audit/audit.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { tellAssignee } from '#app/notifications/tell-assignee.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { giveLead, mayHold } from './give-lead.server.ts'

/**
 * Whoever leaves hands over what is there. What belonged to them and comes back later was not: an open lead is nobody's, and
 * what is to be done about it is for its owner or, without one, for whoever brings it back. Its tasks are held by then.
 */
export async function settleReturned(
  tx: Transaction,
  viewer: Viewer,
  leadId: string,
  now: Date,
): Promise<void> {
  const lead = await tx.lead.findUniqueOrThrow({
    where: { id: leadId },
    select: { id: true, ownerId: true, closedAt: true },
  })
  const owner = lead.ownerId !== null && (await mayHold(tx, lead.ownerId)) ? lead.ownerId : null
  if (lead.closedAt === null && owner !== lead.ownerId) await giveLead(tx, viewer, { lead, to: '' }, now)
  await giveTasksOfLeavers(tx, viewer, { leadId, to: owner ?? viewer.id }, now)
}

type Giving = { leadId: string; to: string }

async function giveTasksOfLeavers(
  tx: Transaction,
  viewer: Viewer,
  { leadId, to }: Giving,
  now: Date,
): Promise<void> {
  const tasks = await tx.$queryRaw<{ id: string; title: string }[]>`
    UPDATE task SET assignee_id = ${to} FROM staff
    WHERE staff.id = assignee_id AND (disabled_at IS NOT NULL OR role = 'read_only')
      AND lead_id = ${leadId}::uuid AND done_at IS NULL
    RETURNING task.id, title`
  for (const { id, title } of tasks) {
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'task.changed', entity: 'task', entityId: id },
      after: { assignee: to },
    })
    await tellAssignee(tx, viewer, { id, leadId, title, assigneeId: to }, now)
  }
}
