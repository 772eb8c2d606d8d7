import { randomInt } from 'node:crypto'
import { db } from '#app/db.server.ts'
import { hashPassword } from './password.server.ts'

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
    await tx.staffAccount.deleteMany({ where: { userId: staff.id, providerId: 'credential' } })
    await tx.staffAccount.create({
      data: { userId: staff.id, accountId: staff.id, providerId: 'credential', password: hash },
    })
    await tx.staffSession.deleteMany({ where: { userId: staff.id } })
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
