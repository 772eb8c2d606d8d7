import type { Transaction } from '#app/db.server.ts'
import { leadEventSchema, type LeadEventEntry } from './lead-event.ts'

/** Adds one entry to a lead's timeline and moves the lead up in lists that are sorted by activity. */
export async function recordEvent(
  tx: Transaction,
  entry: { leadId: string; at: Date; actorId?: string; event: LeadEventEntry },
): Promise<void> {
  const { kind, ...detail } = leadEventSchema.parse(entry.event)
  await tx.leadEvent.create({
    data: { leadId: entry.leadId, at: entry.at, kind, detail, actorId: entry.actorId ?? null },
  })
  await tx.lead.update({ where: { id: entry.leadId }, data: { lastActivityAt: entry.at } })
}
