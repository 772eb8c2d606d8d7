import { addDays as addDaysTo } from 'date-fns'
import { auditChange } from '#app/audit/audit-change.server.ts'
import { db } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import type { DateRange } from '#app/slots/stays.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { calendarDate, storedDate } from '#app/time/stored-dates.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { calendarScope, requireOffice } from '../scope.server.ts'
import { listStanding, type StandingBooking } from './standing-bookings.server.ts'

export type ComingClosure = DateRange & { id: string; name: string }

/** The company's closures that are not over, the soonest first. */
export async function listClosures(today: CalendarDate): Promise<ComingClosure[]> {
  const rows = await db.closure.findMany({
    where: { until: { gte: storedDate(today) } },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, from, until }) => ({
    id,
    name,
    from: calendarDate(from),
    until: calendarDate(until),
  }))
}

/** The bookings, in calendars that the viewer sees, on days on which the company is closed. */
export async function listInClosures(
  viewer: Viewer,
  closures: readonly ComingClosure[],
  now: Date,
): Promise<StandingBooking[]> {
  if (closures.length === 0) return []
  // A closure's days begin and end with those of each calendar, wherever that is.
  const within = closures.map(({ from, until }) => ({
    startsAt: { gt: addDaysTo(storedDate(from), -2), lt: addDaysTo(storedDate(until), 3) },
  }))
  const standing = await listStanding(calendarScope(viewer), now, { OR: within })
  return standing.filter(({ closedBy }) => closedBy === 'closure')
}

/** Closes the company on these days; the same again is the same closure. Bookings in it stand. */
export async function addClosure(
  viewer: Viewer,
  { name, from, until }: DateRange & { name: string },
): Promise<void> {
  requireOffice(viewer)
  const row = { name, from: storedDate(from), until: storedDate(until) }
  await db.$transaction(async (tx) => {
    await lockFor(tx, 'setup', 'closures')
    if (await tx.closure.findFirst({ where: row })) return
    const { id } = await tx.closure.create({ data: row, select: { id: true } })
    await auditChange(tx, closureOf(viewer, id), { before: {}, after: { name, from, until } })
  })
}

export async function removeClosure(viewer: Viewer, id: string): Promise<void> {
  requireOffice(viewer)
  await db.$transaction(async (tx) => {
    const [row] = await tx.closure.findMany({ where: { id } })
    const { count } = await tx.closure.deleteMany({ where: { id } })
    if (!row || count === 0) return
    const before = { name: row.name, from: calendarDate(row.from), until: calendarDate(row.until) }
    await auditChange(tx, closureOf(viewer, id), { before, after: {} })
  })
}

function closureOf({ id: actorId }: Viewer, entityId: string) {
  return { actorId, action: 'closure.changed', entity: 'closure', entityId } as const
}
