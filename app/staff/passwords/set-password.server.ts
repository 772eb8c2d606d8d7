import type { Transaction } from '#app/db.server.ts'

/** Gives an account a password (its hash), whatever it had, and ends every reset link that is on its way. */
export async function setPassword(tx: Transaction, staffId: string, hash: string): Promise<void> {
  await tx.passwordReset.deleteMany({ where: { staffId } })
  await tx.staffAccount.deleteMany({ where: { userId: staffId, providerId: 'credential' } })
  await tx.staffAccount.create({
    data: { userId: staffId, accountId: staffId, providerId: 'credential', password: hash },
  })
}
