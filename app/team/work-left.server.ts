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

export function openLeadsOf(ownerId: string) {
  return { ownerId, closedAt: null, ...isLive }
}

export function openTasksOf(assigneeId: string) {
  return { assigneeId, doneAt: null }
}

export function comingBookingsOf(staffId: string, now: Date) {
  return { host: { staffId }, status: 'confirmed' as const, startsAt: { gt: now } }
}
