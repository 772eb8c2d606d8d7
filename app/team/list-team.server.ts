import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { roleNames } from '#app/staff/role-names.ts'
import { storedDate } from '#app/time/stored-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayMoment } from '#app/time/say.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { isComing, isOpenLead, isOpenTask } from './work-left.server.ts'

/** Everybody who has an account, those who may sign in first. */
export async function listTeam(now: Date) {
  const staff = await db.staff.findMany({
    orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, name: true, email: true, role: true, disabledAt: true, timeZone: true },
      ...{ twoFactorEnabled: true, assignWeight: true, assignCap: true },
      away: { select: { from: true, until: true } },
      _count: { select: { passkeys: true, leads: { where: isOpenLead }, tasks: { where: isOpenTask } } },
      host: { select: { _count: { select: { bookings: { where: isComing(now) } } } } },
    },
  })
  return staff.map(({ away, timeZone, host, _count, ...member }) => {
    const today = storedDate(dateIn(now, timeZoneSchema.parse(timeZone)))
    return {
      id: member.id,
      name: member.name,
      email: member.email,
      role: roleNames[member.role],
      isDisabled: member.disabledAt !== null,
      isAway: away.some(({ from, until }) => from <= today && today <= until),
      signsInBy: [
        'password',
        ...(member.twoFactorEnabled ? ['app'] : []),
        ...(_count.passkeys > 0 ? ['passkey'] : []),
      ].join(' + '),
      weight: member.assignWeight,
      cap: member.assignCap,
      openLeads: _count.leads,
      hasWork: _count.leads + _count.tasks + (host?._count.bookings ?? 0) > 0,
    }
  })
}

export type TeamRow = Awaited<ReturnType<typeof listTeam>>[number]

/** Invitations nobody has accepted yet; one that ran out can be sent again. */
export async function listInvitations(viewer: Viewer, now: Date) {
  const invitations = await db.invitation.findMany({
    where: { acceptedAt: null, withdrawnAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { invitedBy: { select: { name: true } } },
  })
  return invitations.map(({ id, name, email, role, expiresAt, invitedBy }) => ({
    id,
    name,
    email,
    role: roleNames[role],
    hasExpired: expiresAt <= now,
    until: sayMoment(expiresAt, viewer.timeZone),
    by: invitedBy?.name ?? null,
  }))
}

export type InvitationRow = Awaited<ReturnType<typeof listInvitations>>[number]
