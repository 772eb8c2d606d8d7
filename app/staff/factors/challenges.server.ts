import { addMinutes } from 'date-fns'
import { db } from '#app/db.server.ts'

const validMinutes = 5

export type ChallengePurpose = 'sign-in' | 'add'

/** Remembers a challenge that an authenticator is about to sign; `staffId` is whose key is added. */
export async function rememberChallenge(
  purpose: ChallengePurpose,
  { challenge, staffId = '', now }: { challenge: string; staffId?: string; now: Date },
): Promise<void> {
  await db.staffVerification.deleteMany({ where: { expiresAt: { lt: now } } })
  await db.staffVerification.create({
    data: {
      identifier: nameOf(purpose, challenge),
      value: staffId,
      expiresAt: addMinutes(now, validMinutes),
    },
  })
}

/** True once for each challenge that was given out for this purpose and person lately. */
export async function spendChallenge(
  purpose: ChallengePurpose,
  { challenge, staffId = '', now }: { challenge: string; staffId?: string; now: Date },
): Promise<boolean> {
  const spent = await db.staffVerification.deleteMany({
    where: { identifier: nameOf(purpose, challenge), value: staffId, expiresAt: { gt: now } },
  })
  return spent.count > 0
}

function nameOf(purpose: ChallengePurpose, challenge: string): string {
  return `passkey ${purpose} ${challenge}`
}
