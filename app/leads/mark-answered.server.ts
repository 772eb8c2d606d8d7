import type { Transaction } from '#app/db.server.ts'
import { recordEvent } from './record-event.server.ts'

/** What reaches somebody for certain: a call, a consultation they came to, a letter that their mail server took. */
export type Answer = 'called' | 'attended' | 'mailed'

/**
 * The one place where a real answer counts: it stops the clock of the first response, once, and makes a new lead
 * contacted.
 */
export async function markAnswered(
  tx: Transaction,
  entry: { leadId: string; at: Date; actorId?: string },
  because: Answer,
): Promise<void> {
  const { leadId, at } = entry
  await tx.$executeRaw`
    UPDATE lead SET first_response_at = ${at} WHERE id = ${leadId}::uuid AND first_response_at IS NULL`
  const moved = await tx.lead.updateMany({
    where: { id: leadId, status: 'new' },
    data: { status: 'contacted', stageEnteredAt: at, version: { increment: 1 } },
  })
  if (moved.count === 0) return
  await recordEvent(tx, { ...entry, event: { kind: 'status', from: 'new', to: 'contacted', because } })
}
