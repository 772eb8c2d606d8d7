import { addressBlock, takeFrom } from '#app/ops/rate-limits.server.ts'
import { startSession } from './session.server.ts'

type SignedIn =
  | { ok: true; cookies: Headers }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'too-often'; retryAfterSeconds: number }

/**
 * Signs a member of staff in. Attempts are counted per account and address together, so that a stranger who guesses
 * cannot lock the owner of the account out, and per address, whatever accounts it tries.
 */
export async function signIn(
  credentials: { email: string; password: string },
  from: { ip: string; request: Request; now: Date },
): Promise<SignedIn> {
  const byAddress = await takeFrom('sign-in-address', from.ip)
  if (!byAddress.ok) return { ...byAddress, reason: 'too-often' }
  const byAccount = await takeFrom('sign-in-account', `${credentials.email} ${addressBlock(from.ip)}`)
  if (!byAccount.ok) return { ...byAccount, reason: 'too-often' }

  const cookies = await startSession(credentials, from)
  return cookies ? { ok: true, cookies } : { ok: false, reason: 'wrong' }
}
