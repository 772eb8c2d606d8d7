import { audit, fingerprint } from '#app/audit/audit.server.ts'
import { db } from '#app/db.server.ts'
import { addressBlock, takeFrom } from '#app/ops/rate-limits.server.ts'
import { enterPassword, type From } from './session.server.ts'

type SignedIn =
  | { ok: true; cookies: Headers; needsCode: boolean }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'too-often'; retryAfterSeconds: number }

/**
 * Signs a member of staff in, or leads to the step that asks for a code. Attempts are counted per account and address
 * together, so that a stranger who guesses cannot lock the owner of the account out, and per address, whatever accounts
 * it tries.
 */
export async function signIn(
  credentials: { email: string; password: string },
  from: From,
): Promise<SignedIn> {
  const byAddress = await takeFrom('sign-in-address', from.ip)
  if (!byAddress.ok) return { ...byAddress, reason: 'too-often' }
  const byAccount = await takeFrom('sign-in-account', `${credentials.email} ${addressBlock(from.ip)}`)
  if (!byAccount.ok) return { ...byAccount, reason: 'too-often' }

  const entered = await enterPassword(credentials, from)
  if (!entered?.needsCode) await writeDown(credentials.email, entered !== null)
  return entered ? { ok: true, ...entered } : { ok: false, reason: 'wrong' }
}

/** A failure is written down for an address we do not know too, which takes the same time. */
async function writeDown(email: string, opened: boolean): Promise<void> {
  const staff = await db.staff.findUnique({ where: { email }, select: { id: true } })
  await audit(db, {
    actorId: opened ? (staff?.id ?? null) : null,
    action: opened ? 'sign-in' : 'sign-in.failed',
    entity: 'staff',
    entityId: staff?.id ?? '',
    after: opened ? { by: 'password' } : { email: fingerprint(email) },
  })
}
