import { db } from '#app/db.server.ts'
import { isSentAgain } from '#app/mail/send-again.server.ts'
import type { Letter } from '#app/prisma/client.ts'
import { site } from '#app/site.ts'
import { sayMoment } from '#app/time/say.ts'
import { mayBeDeclined } from '#emails/index.ts'
import { addressHashes } from './address-hash.server.ts'
import { findBounce } from './bounces.server.ts'

/**
 * Why a letter is not sent to its address, in words for staff; null when nothing speaks against it. One that staff send
 * again by hand is tried although its address refused another: they know of a reason.
 */
export async function whyUnwanted(letter: Letter): Promise<string | null> {
  const { to, kind } = letter
  if (mayBeDeclined(kind) && (await hasDeclined(to))) {
    return 'Not sent: whoever has this address wants no letters of this kind.'
  }
  if (isSentAgain(letter)) return null
  const bouncedAt = await findBounce(to)
  if (!bouncedAt) return null
  const when = sayMoment(bouncedAt, site.office.timeZone)
  return `Not sent: this address refused a letter for good on ${when}. Correct it, or send this letter again to try.`
}

async function hasDeclined(email: string): Promise<boolean> {
  const declined = await db.suppression.count({
    where: { reason: 'unsubscribed', addressHash: { in: addressHashes(email) } },
  })
  return declined > 0
}
