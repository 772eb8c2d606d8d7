import type { Transaction } from '#app/db.server.ts'
import type { Letter } from '#app/prisma/client.ts'
import { markAnswered } from './mark-answered.server.ts'

/** A letter that staff wrote has reached the mail server of whom it was for: that is an answer. Notices by themselves are none. */
export async function noteSentLetter(tx: Transaction, { kind, leadId }: Letter, at: Date): Promise<void> {
  if (kind !== 'lead-message' || !leadId) return
  await markAnswered(tx, { leadId, at }, 'mailed')
}
