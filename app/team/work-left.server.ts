/** What is somebody's that must not be left lying when they leave. */
import { db } from '#app/db.server.ts'
import { isLive } from '#app/leads/scope.server.ts'

export type Work = { leads: number; tasks: number; bookings: number }

export async function countWork(staffId: string, now: Date): Promise<Work> {
  const [leads, tasks, bookings] = await Promise.all([
    db.lead.count({ where: openLeadsOf(staffId) }),
    db.task.count({ where: openTasksOf(staffId) }),
    db.booking.count({ where: comingBookingsOf(staffId, now) }),
  ])
  return { leads, tasks, bookings }
}

export const isOpenLead = { closedAt: null, ...isLive }

/** What is to be done about a lead that was deleted or merged is to be done no more. */
export const isOpenTask = { doneAt: null, OR: [{ leadId: null }, { lead: { is: isLive } }] }

export function isComing(now: Date) {
  return { status: 'confirmed' as const, startsAt: { gt: now } }
}

export function openLeadsOf(ownerId: string) {
  return { ownerId, ...isOpenLead }
}

export function openTasksOf(assigneeId: string) {
  return { assigneeId, ...isOpenTask }
}

export function comingBookingsOf(staffId: string, now: Date) {
  return { host: { staffId }, ...isComing(now) }
}
