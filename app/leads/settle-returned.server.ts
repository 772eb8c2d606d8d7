import type { Transaction } from '#app/db.server.ts'
import { tellAssignee } from '#app/notifications/tell-assignee.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { giveLead, mayHold } from './give-lead.server.ts'
import { giveTasks, ofLeavers } from './give-tasks.server.ts'

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
  const tasks = await giveTasks(tx, viewer, { leadId, of: ofLeavers, to: owner ?? viewer.id }, now)
  for (const task of tasks) await tellAssignee(tx, viewer, { ...task, leadId }, now)
}
