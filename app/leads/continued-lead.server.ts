import type { Transaction } from '#app/db.server.ts'
import { recordEvent } from './record-event.server.ts'

/**
 * The lead that a visitor goes on with, from the page of their own request, held until the transaction ends. One that was
 * merged is the lead that took it over. One that staff deleted comes back: what somebody adds to it would be lost with it.
 */
export async function lockContinuedLead(tx: Transaction, leadId: string, now: Date): Promise<string> {
  const { id, deletedAt } = await lockKeptLead(tx, leadId)
  if (deletedAt === null) return id
  await tx.lead.update({ where: { id }, data: { deletedAt: null } })
  await recordEvent(tx, { leadId: id, at: now, event: { kind: 'restored', by: 'visitor' } })
  return id
}

/** The same for what only takes something back: one that was deleted stays so. */
export async function lockLeftLead(tx: Transaction, leadId: string): Promise<string> {
  return (await lockKeptLead(tx, leadId)).id
}

type Row = { id: string; deletedAt: Date | null; mergedIntoId: string | null }

/** A lead that is merged while this waits for it leads on to the one that took it over. */
async function lockKeptLead(tx: Transaction, leadId: string): Promise<Row> {
  const [lead] = await tx.$queryRaw<[Row]>`
    SELECT id, deleted_at AS "deletedAt", merged_into_id AS "mergedIntoId" FROM lead
    WHERE id = (SELECT coalesce(merged_into_id, id) FROM lead WHERE id = ${leadId}::uuid) FOR NO KEY UPDATE`
  return lead.mergedIntoId === null ? lead : lockKeptLead(tx, lead.mergedIntoId)
}
