import { audit } from '#app/audit/audit.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Staff } from '#app/prisma/client.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import { followAccountChange } from '#app/staff/account-change.server.ts'
import { roleWords } from '#app/staff/role-names.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { requireAdmin } from './rights.server.ts'

export type MemberRefusal = 'last-admin'

/** Gives somebody another role: it holds from their next request, and they sign in anew. */
export function changeRole(
  viewer: Viewer,
  id: string,
  role: StaffRole,
  now: Date,
): Promise<Outcome<null, MemberRefusal>> {
  return onMember(viewer, id, async (tx, member) => {
    if (member.role === role) return
    await tx.staff.update({ where: { id }, data: { role } })
    await followAccountChange(tx, {
      ...{ staffId: id, actorId: viewer.id, now },
      ...{ action: 'staff.role', what: `You are now ${roleWords[role]} at the desk.` },
      ...{ before: { role: member.role }, after: { role } },
    })
  })
}

/**
 * Keeps somebody out, or lets them in again. What they did, and what is theirs, stays: hand it over first. Nobody books with
 * whoever is out; whether their calendar opens again is decided there.
 */
export function setDisabled(
  viewer: Viewer,
  id: string,
  isDisabled: boolean,
  now: Date,
): Promise<Outcome<null, MemberRefusal>> {
  return onMember(viewer, id, async (tx, member) => {
    if ((member.disabledAt !== null) === isDisabled) return
    // Whoever cannot sign in takes no new leads by turn.
    const data = isDisabled ? { disabledAt: now, assignWeight: 0 } : { disabledAt: null }
    if (isDisabled) await closeCalendar(tx, viewer, id)
    await tx.staff.update({ where: { id }, data })
    await followAccountChange(tx, {
      ...{ staffId: id, actorId: viewer.id, now },
      action: isDisabled ? 'staff.disabled' : 'staff.enabled',
      what: isDisabled ? 'Your account was disabled.' : 'Your account was enabled again.',
    })
  })
}

/** Whoever books there at this moment comes first, and is among what is to be handed over. */
async function closeCalendar(tx: Transaction, viewer: Viewer, staffId: string): Promise<void> {
  const host = await tx.host.findUnique({
    where: { staffId },
    select: { id: true, slug: true, active: true },
  })
  if (!host?.active) return
  await lockFor(tx, 'host', host.id)
  await tx.host.update({ where: { id: host.id }, data: { active: false, version: { increment: 1 } } })
  await audit(tx, {
    ...{ actorId: viewer.id, action: 'calendar.changed', entity: 'calendar', entityId: host.slug },
    ...{ before: { active: true }, after: { active: false } },
  })
}

/** How many of ten new leads somebody gets by turn, and up to how many open ones. */
export function changeShare(
  viewer: Viewer,
  id: string,
  share: { weight: number; cap: number | null },
): Promise<Outcome<null, MemberRefusal>> {
  return onMember(viewer, id, async (tx, member) => {
    await tx.staff.update({ where: { id }, data: { assignWeight: share.weight, assignCap: share.cap } })
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'staff.assignment', entity: 'staff', entityId: id },
      before: { weight: member.assignWeight, cap: member.assignCap },
      after: share,
    })
  })
}

/** Runs an admin's act on a member of staff: 404 when there is none. The database keeps the last admin. */
async function onMember(
  viewer: Viewer,
  id: string,
  act: (tx: Transaction, member: Staff) => Promise<void>,
): Promise<Outcome<null, MemberRefusal>> {
  requireAdmin(viewer)
  try {
    await db.$transaction(async (tx) => {
      const member = await tx.staff.findUnique({ where: { id } })
      if (!member) throw new Response(null, { status: 404 })
      await act(tx, member)
    })
    return done(null)
  } catch (error) {
    if (isConstraintViolation(error, 'staff_keeps_an_admin')) return refused('last-admin')
    throw error
  }
}
