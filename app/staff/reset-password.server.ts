import { randomInt } from 'node:crypto'
import { db } from '#app/db.server.ts'
import { followAccountChange } from './account-change.server.ts'
import { hashPassword } from './password.server.ts'
import { setPassword } from './passwords/set-password.server.ts'

/**
 * For the person at the server: gives an account a new random password, which is returned once and kept nowhere, and
 * ends its sessions. Null when no account has that address.
 */
export async function resetPassword(email: string): Promise<string | null> {
  const staff = await db.staff.findFirst({ where: { email: { equals: email.trim(), mode: 'insensitive' } } })
  if (!staff) return null

  const password = newPassword()
  const hash = await hashPassword(password)
  await db.$transaction(async (tx) => {
    await setPassword(tx, staff.id, hash)
    await followAccountChange(tx, {
      ...{ staffId: staff.id, actorId: null, now: new Date() },
      ...{ action: 'password.changed', what: 'Whoever runs the server gave you a new password.' },
    })
  })
  return password
}

/** Without letters and figures that are read as one another. */
const clearCharacters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Five groups of four characters: 99 bits, easy to copy from a screen. */
function newPassword(): string {
  const groups = Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => clearCharacters[randomInt(clearCharacters.length)]).join(''),
  )
  return groups.join('-')
}
