/**
 * A forgotten password is replaced through a mailed link that works once, for an hour. Only its hash is kept. Whoever
 * asks learns nothing: the answer is the same for every address, and so is the work behind it.
 */
import { randomUUID } from 'node:crypto'
import { addHours } from 'date-fns'
import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { audit } from '#app/audit/audit.server.ts'
import { env } from '#app/env.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { seal } from '#app/mail/sealed.server.ts'
import { takeFrom } from '#app/ops/rate-limits.server.ts'
import { newSecretToken, tokenHash } from '#app/ops/secret-token.server.ts'
import { paths } from '#app/paths.ts'
import { followAccountChange } from '../account-change.server.ts'
import { hashPassword } from '../password.server.ts'
import { setPassword } from './set-password.server.ts'

const validHours = 1

/** Mails a link to a member of staff of that address, if there is one who may sign in. */
export async function askForReset(email: string, now: Date): Promise<void> {
  const isAllowed = (await takeFrom('reset-by-email', email)).ok
  await db.$transaction((tx) => writeReset(tx, { email, isAllowed, now }))
}

/** An unknown address is given the same work; its letter is taken away in the same transaction. */
async function writeReset(
  tx: Transaction,
  { email, isAllowed, now }: { email: string; isAllowed: boolean; now: Date },
): Promise<void> {
  const staff = await tx.staff.findFirst({ where: { email, disabledAt: null } })
  const isWanted = staff !== null && isAllowed
  const token = newSecretToken()
  const expiresAt = addHours(now, validHours)
  await tx.$executeRaw`
    INSERT INTO password_reset (token_hash, staff_id, expires_at, created_at)
    SELECT ${tokenHash(token)}, id, ${expiresAt}, ${now} FROM staff WHERE id = ${isWanted ? staff.id : ''}`
  const unwanted = `reset unwanted ${randomUUID()}`
  await enqueue(tx, {
    kind: 'password-reset',
    to: { name: staff?.name ?? '', address: email },
    dedupeKey: isWanted ? `reset ${tokenHash(token)}` : unwanted,
    notAfter: expiresAt,
    props: {
      firm: firmInLetters,
      name: staff?.name ?? '',
      url: seal(env.APP_URL + paths.staff.resetPassword(token)),
      validFor: '1 hour',
    },
  })
  await tx.letter.deleteMany({ where: { dedupeKey: unwanted } })
  if (isWanted) {
    await audit(tx, {
      ...{ actorId: null, action: 'password.reset-asked' },
      ...{ entity: 'staff', entityId: staff.id },
    })
  }
}

/** Whose password the link replaces; null when it is unknown, spent or too old: they look the same. */
export async function findReset(reader: Reader, token: string, now: Date) {
  const reset = await reader.passwordReset.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { expiresAt: true, staff: { select: { id: true, name: true, email: true, disabledAt: true } } },
  })
  return reset && reset.expiresAt > now && reset.staff.disabledAt === null ? reset.staff : null
}

/** Sets the password and spends the link; every session ends, a second factor stays. False when the link is of no use. */
export async function resetByLink(token: string, password: string, now: Date): Promise<boolean> {
  if (!(await findReset(db, token, now))) return false
  const hash = await hashPassword(password)
  return db.$transaction(async (tx) => {
    // Of two clicks at once the second finds nothing to delete any more.
    const staff = await findReset(tx, token, now)
    const spent = await tx.passwordReset.deleteMany({ where: { tokenHash: tokenHash(token) } })
    if (!staff || spent.count === 0) return false

    await setPassword(tx, staff.id, hash)
    await followAccountChange(tx, {
      ...{ staffId: staff.id, actorId: staff.id, now },
      ...{ action: 'password.changed', what: 'Your password was replaced through a mailed link.' },
    })
    return true
  })
}
