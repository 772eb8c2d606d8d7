import type { Transaction } from '#app/db.server.ts'
import type { Letter } from '#app/prisma/client.ts'
import { markAnswered } from './mark-answered.server.ts'

/** A letter that staff wrote has reached the mail server of whom it was for: that is an answer. Notices by themselves are none. */
export async function noteSentLetter(tx: Transaction, { id, kind }: Letter, at: Date): Promise<void> {
  if (kind !== 'lead-message') return
  // Read again: its lead may have been merged into another one while it was on its way.
  const { leadId } = await tx.letter.findUniqueOrThrow({ where: { id }, select: { leadId: true } })
  if (leadId) await markAnswered(tx, { leadId, at }, 'mailed')
}
