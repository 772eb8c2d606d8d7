/** A lead that staff delete is gone from everything for 30 days, in which it can be restored whole; then it is erased. */
import { db } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { holdOpenTasks } from '../give-tasks.server.ts'
import { onLead } from '../on-lead.server.ts'
import { recordEvent } from '../record-event.server.ts'
import { requireDeleter } from '../scope.server.ts'
import { settleReturned } from '../settle-returned.server.ts'

/** Somebody is going to come: they are told by cancelling it, which deleting would not. */
export type DeleteRefusal = 'not-found' | 'coming-consultation'

export async function deleteLead(
  viewer: Viewer,
  ref: number,
  now: Date,
): Promise<Outcome<null, DeleteRefusal>> {
  requireDeleter(viewer)
  return onLead<null, 'coming-consultation'>(viewer, ref, async (tx, id) => {
    // Whoever books for it meanwhile waits for what holds it, and brings it back.
    const coming = { leadId: id, status: 'confirmed' as const, endsAt: { gt: now } }
    if ((await tx.booking.count({ where: coming })) > 0) return refused('coming-consultation')

    await tx.lead.update({ where: { id }, data: { deletedAt: now, version: { increment: 1 } } })
    await recordEvent(tx, { leadId: id, at: now, actorId: viewer.id, event: { kind: 'deleted' } })
    return done(null)
  })
}

export async function restoreLead(
  viewer: Viewer,
  ref: number,
  now: Date,
): Promise<Outcome<null, 'not-found'>> {
  requireDeleter(viewer)
  return db.$transaction(async (tx) => {
    const where = { ref, deletedAt: { not: null }, mergedIntoId: null }
    const lead = await tx.lead.findFirst({ where, select: { id: true } })
    if (!lead) return refused('not-found')
    await holdOpenTasks(tx, [lead.id])
    // Of two who restore it at once, one does.
    const restored = await tx.lead.updateMany({ where, data: { deletedAt: null, version: { increment: 1 } } })
    if (restored.count === 0) return refused('not-found')
    const event = { kind: 'restored' as const, by: 'staff' as const }
    await recordEvent(tx, { leadId: lead.id, at: now, actorId: viewer.id, event })
    await settleReturned(tx, viewer, lead.id, now)
    return done(null)
  })
}
