import { z } from 'zod'
import { db } from '#app/db.server.ts'
import { verifyLink } from '#app/ops/signed-link.server.ts'
import { addressHash, addressHashes } from './address-hash.server.ts'
import { withdrawConsents } from './rights-acts.server.ts'

/** The address that the letter of this link went to; a 404 for a link that is none of ours, or whose letter is gone. */
export async function getDecliner(token: string): Promise<string> {
  const id = z.uuid().safeParse(token.split('.')[0])
  const isOurs = id.success && verifyLink('unsubscribe', token, { publicId: id.data })
  const letter = isOurs && (await db.letter.findUnique({ where: { id: id.data }, select: { to: true } }))
  if (!letter) throw new Response(null, { status: 404 })
  return letter.to
}

/** No more letters that come unasked, and no more consent to them. Doing it twice is doing it once. */
export async function declineLetters(email: string, now: Date): Promise<void> {
  const declined = { addressHash: addressHash(email), reason: 'unsubscribed' }
  await db.$transaction(async (tx) => {
    await tx.suppression.upsert({
      where: { addressHash_reason: declined },
      create: { ...declined, createdAt: now },
      update: {},
    })
    await withdrawConsents(email, now, { only: 'marketing_email', database: tx })
  })
}

/** They are sent again; a consent has to be given anew. */
export async function wantLettersAgain(email: string): Promise<void> {
  await db.suppression.deleteMany({
    where: { reason: 'unsubscribed', addressHash: { in: addressHashes(email) } },
  })
}
