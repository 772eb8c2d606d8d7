import { bookingScope } from '#app/booking/desk/scope.server.ts'
import { db } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addDays } from '#app/time/calendar-dates.ts'
import { startOfDay } from '#app/time/instants.ts'
import type { Outcome } from './outcome.ts'
import { beginningsOf, wholeOf, type Week } from './period.ts'

export type BookingTally = { week: number; outcome: Outcome; count: number }[]

/** Each looks up its own lead: a plan that joins them would read a good part of all leads beside a few bookings. */
const lookLeadsUp = Prisma.sql`
  SELECT set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`

/** The consultations of some weeks by what became of them, as far as the viewer may see them. */
export async function tallyBookings(
  viewer: Viewer,
  weeks: readonly Week[],
  now: Date,
): Promise<BookingTally> {
  const beginnings = beginningsOf(weeks, viewer.timeZone)
  const end = new Date(startOfDay(addDays(wholeOf({ weeks }).until, 1), viewer.timeZone))
  const rows = await db.$transaction(async (tx) => {
    await tx.$executeRaw(lookLeadsUp)
    return tx.booking.groupBy({
      by: ['startsAt', 'status'],
      where: { AND: [bookingScope(viewer), { startsAt: { gte: beginnings[0], lt: end } }] },
      _count: true,
    })
  })
  return rows.flatMap(({ startsAt, status, _count: count }) => {
    const week = beginnings.findLastIndex((begins) => begins <= startsAt)
    if (status === 'reserved') return []
    const outcome = status === 'confirmed' ? (startsAt > now ? 'upcoming' : 'to-mark') : status
    return [{ week, outcome, count }]
  })
}
