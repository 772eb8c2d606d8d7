import { db, type Transaction } from '#app/db.server.ts'
import type { Letter } from '#app/prisma/client.ts'
import { site } from '#app/site.ts'
import { addressHash, addressHashes } from './address-hash.server.ts'

/**
 * Remembers, by its fingerprint, an address that refused a letter for good. Those of staff and of the office are always
 * tried again: a wrong setting of our own mail server must not keep them from their work.
 */
export async function noteBounce(tx: Transaction, { to }: Letter, at: Date): Promise<void> {
  if (to === site.email.toLowerCase() || (await tx.staff.count({ where: { email: to } })) > 0) return
  const bounced = { addressHash: addressHash(to), reason: 'bounced' }
  await tx.suppression.upsert({
    where: { addressHash_reason: bounced },
    create: { ...bounced, createdAt: at },
    update: { createdAt: at },
  })
}

/** It took a letter, so it takes letters. */
export async function noteReachable(tx: Transaction, { to }: Letter): Promise<void> {
  await tx.suppression.deleteMany({
    where: { reason: 'bounced', addressHash: { in: addressHashes(to) } },
  })
}

/** When it refused a letter, unless it took one since. */
export async function findBounce(email: string): Promise<Date | null> {
  const bounce = await db.suppression.findFirst({
    where: { reason: 'bounced', addressHash: { in: addressHashes(email) } },
    select: { createdAt: true },
  })
  return bounce?.createdAt ?? null
}
