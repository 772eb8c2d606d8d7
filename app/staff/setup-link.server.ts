/**
 * The first account is made through a link that the start of the server prints: whoever sees that screen owns the
 * machine. Only the link's hash is kept; it works for 24 hours, once, and only while no staff exists.
 */
import { addHours } from 'date-fns'
import { db, type Reader } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { newSecretToken, tokenHash } from '#app/ops/secret-token.server.ts'
import { paths } from '#app/paths.ts'
import { hashPassword } from './password.server.ts'
import type { FirstAccount } from './first-account.ts'

const validHours = 24

/** The whole address of a new link, or null when staff exist. */
export async function offerSetupLink(now: Date): Promise<string | null> {
  if (await hasStaff(db)) return null
  const token = newSecretToken()
  await db.setupLink.deleteMany({ where: { expiresAt: { lte: now } } })
  await db.setupLink.create({
    data: { tokenHash: tokenHash(token), expiresAt: addHours(now, validHours), createdAt: now },
  })
  return `${env.APP_URL}${paths.staff.welcome(token)}`
}

/** Unknown, expired, spent, and no longer wanted are all the same: false. */
export async function isUsableSetupLink(token: string, now: Date): Promise<boolean> {
  return isUsable(db, token, now)
}

/** Makes the first account, an admin, and spends every link. False when the link is of no use (any more). */
export async function createFirstAccount(token: string, account: FirstAccount, now: Date): Promise<boolean> {
  if (!(await isUsable(db, token, now))) return false
  const password = await hashPassword(account.password)

  return db.$transaction(async (tx) => {
    // Two people with the link, or two clicks: the second one waits here and then finds the first one's account.
    await lockFor(tx, 'setup', 'first account')
    if (!(await isUsable(tx, token, now))) return false

    await tx.setupLink.deleteMany()
    const { name, email, timeZone } = account
    const staff = await tx.staff.create({
      data: { name, email, timeZone, role: 'admin', emailVerified: true },
    })
    await tx.staffAccount.create({
      data: { userId: staff.id, accountId: staff.id, providerId: 'credential', password },
    })
    return true
  })
}

async function isUsable(reader: Reader, token: string, now: Date): Promise<boolean> {
  if (await hasStaff(reader)) return false
  const link = await reader.setupLink.findUnique({ where: { tokenHash: tokenHash(token) } })
  return link !== null && link.expiresAt > now
}

async function hasStaff(reader: Reader): Promise<boolean> {
  return (await reader.staff.findFirst({ select: { id: true } })) !== null
}
