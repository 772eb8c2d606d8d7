/**
 * Nobody opens an account on their own: an admin invites them by a mailed link that works once, for three days. Only the
 * link's hash is kept; sending it again makes another link and ends the one before.
 */
import { randomUUID } from 'node:crypto'
import { addHours } from 'date-fns'
import { audit, fingerprint } from '#app/audit/audit.server.ts'
import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { seal } from '#app/mail/sealed.server.ts'
import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { newSecretToken, tokenHash } from '#app/ops/secret-token.server.ts'
import { paths } from '#app/paths.ts'
import type { Invitation } from '#app/prisma/client.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import { hashPassword } from '#app/staff/password.server.ts'
import { setPassword } from '#app/staff/passwords/set-password.server.ts'
import { roleWords } from '#app/staff/role-names.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { sayMoment } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { requireAdmin } from './rights.server.ts'

const validHours = 72

export type Invited = { name: string; email: string; role: StaffRole }

/** Invites somebody; the answer is the link, which the letter carries too. */
export async function invite(
  viewer: Viewer,
  invited: Invited,
  now: Date,
): Promise<Outcome<{ url: string }, 'is-staff' | 'already-invited'>> {
  requireAdmin(viewer)
  try {
    return await db.$transaction(async (tx): Promise<Outcome<{ url: string }, 'is-staff'>> => {
      const known = await tx.staff.findUnique({ where: { email: invited.email }, select: { id: true } })
      if (known) return refused('is-staff')
      const invitation = await tx.invitation.create({
        data: {
          ...invited,
          // Replaced at once by that of the link.
          tokenHash: randomUUID(),
          expiresAt: now,
          createdAt: now,
          invitedById: viewer.id,
        },
      })
      await writeDown(tx, viewer, 'staff.invited', invitation)
      return done(await sendLink(tx, viewer, invitation, now))
    })
  } catch (error) {
    if (isConstraintViolation(error, 'invitation_one_open')) return refused('already-invited')
    throw error
  }
}

/** Sends a new link, good for three days; the one before opens nothing any more. */
export async function inviteAgain(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Outcome<{ url: string }, 'not-open'>> {
  requireAdmin(viewer)
  return db.$transaction(async (tx): Promise<Outcome<{ url: string }, 'not-open'>> => {
    const invitation = await tx.invitation.findFirst({ where: { id, ...isOpen } })
    if (!invitation) return refused('not-open')
    await writeDown(tx, viewer, 'staff.invited-again', invitation)
    return done(await sendLink(tx, viewer, invitation, now))
  })
}

export async function withdrawInvitation(viewer: Viewer, id: string, now: Date): Promise<void> {
  requireAdmin(viewer)
  await db.$transaction(async (tx) => {
    const invitation = await tx.invitation.findFirst({ where: { id, ...isOpen } })
    if (!invitation) return
    await tx.invitation.update({ where: { id }, data: { withdrawnAt: now } })
    await writeDown(tx, viewer, 'staff.invitation-withdrawn', invitation)
  })
}

/** What a link invites to; null when it is unknown, spent, withdrawn or too old: they look the same. */
export async function findInvitation(reader: Reader, token: string, now: Date) {
  return reader.invitation.findFirst({
    where: { tokenHash: tokenHash(token), expiresAt: { gt: now }, ...isOpen },
    select: { id: true, name: true, email: true, role: true },
  })
}

/** Makes the account and spends the link. False when the link is of no use (any more). */
export async function acceptInvitation(
  token: string,
  account: { name: string; password: string; timeZone: TimeZone },
  now: Date,
): Promise<boolean> {
  if (!(await findInvitation(db, token, now))) return false
  const hash = await hashPassword(account.password)
  return db.$transaction(async (tx) => {
    const invitation = await findInvitation(tx, token, now)
    // Of two clicks at once the second finds it accepted.
    const spent = await tx.invitation.updateMany({
      where: { tokenHash: tokenHash(token), ...isOpen },
      data: { acceptedAt: now },
    })
    if (!invitation || spent.count === 0) return false

    const { email, role } = invitation
    const staff = await tx.staff.create({
      data: { name: account.name, email, role, timeZone: account.timeZone, emailVerified: true },
    })
    await setPassword(tx, staff.id, hash)
    await audit(tx, {
      ...{ actorId: staff.id, action: 'staff.joined', entity: 'staff', entityId: staff.id },
      after: { role },
    })
    return true
  })
}

const isOpen = { acceptedAt: null, withdrawnAt: null }

async function sendLink(tx: Transaction, viewer: Viewer, invitation: Invitation, now: Date) {
  const token = newSecretToken()
  const expiresAt = addHours(now, validHours)
  const url = env.APP_URL + paths.staff.join(token)
  await tx.invitation.update({
    where: { id: invitation.id },
    data: { tokenHash: tokenHash(token), expiresAt },
  })
  await enqueue(tx, {
    kind: 'staff-invitation',
    to: { name: invitation.name, address: invitation.email },
    dedupeKey: `invitation ${tokenHash(token)}`,
    notAfter: expiresAt,
    props: {
      firm: firmInLetters,
      name: invitation.name,
      invitedBy: viewer.name,
      role: roleWords[invitation.role],
      url: seal(url),
      validUntil: sayMoment(expiresAt, viewer.timeZone),
    },
  })
  return { url }
}

type InvitationAct = 'staff.invited' | 'staff.invited-again' | 'staff.invitation-withdrawn'

function writeDown(tx: Transaction, viewer: Viewer, action: InvitationAct, { id, email, role }: Invitation) {
  return audit(tx, {
    ...{ actorId: viewer.id, action, entity: 'invitation', entityId: id },
    after: { role, email: fingerprint(email) },
  })
}
