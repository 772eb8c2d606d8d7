import { randomUUID } from 'node:crypto'
import type { AuditAction, AuditedFields } from '#app/audit/audit-entry.ts'
import { audit } from '#app/audit/audit.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { sayMoment } from '#app/time/say.ts'
import { timeZoneSchema } from '#app/time/zones.ts'

export type AccountChange = {
  staffId: string
  /** Who did it: the owner of the account, an admin, or the server itself. */
  actorId: string | null
  action: AuditAction
  /** The sentence that its owner is mailed: "Your password was changed." */
  what: string
  before?: AuditedFields
  after?: AuditedFields
  now: Date
  /** The session that made the change, when it goes on. */
  keepToken?: string
}

/**
 * What follows every change of how somebody signs in or what they may do: all their sessions end, the audit log has it,
 * and a letter tells them.
 */
export async function followAccountChange(tx: Transaction, change: AccountChange): Promise<void> {
  const { staffId, actorId, action, what, before, after, now, keepToken = '' } = change
  await tx.staffSession.deleteMany({ where: { userId: staffId, token: { not: keepToken } } })
  await audit(tx, {
    ...{ actorId, action, entity: 'staff', entityId: staffId },
    ...(before && { before }),
    ...(after && { after }),
  })
  const { name, email, timeZone } = await tx.staff.findUniqueOrThrow({ where: { id: staffId } })
  await enqueue(tx, {
    kind: 'account-changed',
    to: { name, address: email },
    dedupeKey: `account ${staffId} ${randomUUID()}`,
    props: {
      firm: firmInLetters,
      name,
      what,
      when: sayMoment(now, timeZoneSchema.parse(timeZone)),
      ifNotYou:
        actorId === staffId
          ? 'Not you? Ask for a new password on the sign-in page at once, and tell an admin.'
          : 'If you do not know why, ask an admin.',
    },
  })
}
