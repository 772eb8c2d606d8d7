import { bookingScope } from '#app/booking/desk/scope.server.ts'
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addDays, daysBetween } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import type { Outcome } from './outcome.ts'
import { wholeOf, type Week } from './period.ts'

export type BookingTally = { week: number; outcome: Outcome; count: number }[]

/** The consultations of some weeks by what became of them, as far as the viewer may see them. */
export async function tallyBookings(
  viewer: Viewer,
  weeks: readonly Week[],
  now: Date,
): Promise<BookingTally> {
  const { from, until } = wholeOf({ weeks })
  const startOf = (date: typeof from) => new Date(startOfDay(date, viewer.timeZone))
  const rows = await db.booking.groupBy({
    by: ['startsAt', 'status'],
    where: {
      AND: [bookingScope(viewer), { startsAt: { gte: startOf(from), lt: startOf(addDays(until, 1)) } }],
    },
    _count: true,
  })
  return rows.flatMap(({ startsAt, status, _count: count }) => {
    const week = Math.floor(daysBetween({ from, until: dateIn(startsAt, viewer.timeZone) }) / 7)
    if (status === 'reserved') return []
    const outcome = status === 'confirmed' ? (startsAt > now ? 'upcoming' : 'to-mark') : status
    return [{ week, outcome, count }]
  })
}
