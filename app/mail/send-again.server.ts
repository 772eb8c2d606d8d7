import { randomUUID } from 'node:crypto'
import type { Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import type { Letter } from '#app/prisma/client.ts'
import { messageIdOf } from './outbox.server.ts'

/**
 * Puts a copy of a letter into the outbox, for staff who were told that it never came. The first one keeps its
 * history, and a copy that still waits is the copy. Returns its id, or null when there is no such letter.
 */
export async function sendAgain(tx: Transaction, letterId: string, now: Date): Promise<string | null> {
  const letter = await tx.letter.findUnique({ where: { id: letterId } })
  if (!letter) return null
  await lockFor(tx, 'recipient', letter.to)
  const waiting = await tx.letter.findFirst({
    where: {
      dedupeKey: { startsWith: `${letter.dedupeKey}:again:` },
      state: { in: ['queued', 'sending', 'retry'] },
    },
    select: { id: true },
  })
  if (waiting) return waiting.id

  const id = randomUUID()
  await tx.letter.create({
    data: {
      id,
      kind: letter.kind,
      props: letter.props ?? {},
      invitation: letter.invitation ?? undefined,
      to: letter.to,
      toName: letter.toName,
      dedupeKey: `${letter.dedupeKey}:again:${now.getTime()}`,
      messageId: messageIdOf(id),
      leadId: letter.leadId,
      bookingId: letter.bookingId,
      notAfter: letter.notAfter,
      runAt: now,
    },
  })
  return id
}

/** Whether it is such a copy. */
export function isSentAgain({ dedupeKey }: Pick<Letter, 'dedupeKey'>): boolean {
  return /:again:\d+$/.test(dedupeKey)
}
