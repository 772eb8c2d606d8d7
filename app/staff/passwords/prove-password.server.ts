import { db } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { addressBlock, takeFrom } from '#app/ops/rate-limits.server.ts'
import { verifyPassword } from '../password.server.ts'
import type { Viewer } from '../viewer.server.ts'

export type NotProved = 'wrong-password' | 'too-often'

/**
 * Asks for the password again before what matters: an open session on a desk that its owner left is not enough.
 * Guesses count against the same limit as at sign-in.
 */
export async function provePassword(
  viewer: Viewer,
  password: string,
  ip: string,
): Promise<Outcome<null, NotProved>> {
  const taken = await takeFrom('sign-in-account', `${viewer.email} ${addressBlock(ip)}`)
  if (!taken.ok) return refused('too-often')

  const account = await db.staffAccount.findFirst({
    where: { userId: viewer.id, providerId: 'credential' },
    select: { password: true },
  })
  const isRight = account?.password != null && (await verifyPassword({ hash: account.password, password }))
  return isRight ? done(null) : refused('wrong-password')
}

export const whyNotProved: Record<NotProved, string> = {
  'wrong-password': 'That is not your password.',
  'too-often': 'That was too often. Wait a quarter of an hour and try again.',
}
