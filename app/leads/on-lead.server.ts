import { db, type Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { leadScope, requireEditor } from './scope.server.ts'

/**
 * Runs an act on a lead that the viewer may change, in one transaction; a lead out of their scope is `not-found`. What
 * one person does to one lead happens one after the other, so that a double click can be told from a second thought.
 */
export async function onLead<Value, Reason extends string>(
  viewer: Viewer,
  ref: number,
  act: (tx: Transaction, leadId: string) => Promise<Outcome<Value, Reason>>,
): Promise<Outcome<Value, Reason | 'not-found'>> {
  requireEditor(viewer)
  return db.$transaction(async (tx): Promise<Outcome<Value, Reason | 'not-found'>> => {
    const lead = await tx.lead.findFirst({ where: { ref, AND: leadScope(viewer) }, select: { id: true } })
    if (!lead) return refused('not-found')
    await lockFor(tx, 'key', `desk ${viewer.id} ${lead.id}`)
    return act(tx, lead.id)
  })
}
