import type { Transaction } from '#app/db.server.ts'
import { waitedMinutes } from './office-calendar.server.ts'
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
  await stopClock(tx, leadId, at)
  const moved = await tx.lead.updateMany({
    where: { id: leadId, status: 'new' },
    data: { status: 'contacted', stageEnteredAt: at, version: { increment: 1 } },
  })
  if (moved.count === 0) return
  await recordEvent(tx, { ...entry, event: { kind: 'status', from: 'new', to: 'contacted', because } })
}

/** Of two answers at the same moment one counts. */
async function stopClock(tx: Transaction, id: string, at: Date): Promise<void> {
  const waiting = await tx.lead.findUnique({
    where: { id, firstResponseAt: null },
    select: { createdAt: true, responseDueAt: true },
  })
  if (!waiting) return
  await tx.lead.updateMany({
    where: { id, firstResponseAt: null },
    data: {
      firstResponseAt: at,
      responseMinutes: waiting.responseDueAt
        ? await waitedMinutes(tx, { from: waiting.createdAt, until: at })
        : null,
    },
  })
}
