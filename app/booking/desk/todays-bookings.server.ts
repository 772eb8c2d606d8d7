import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { readBookingFilter } from './booking-filter.ts'
import { whereOf } from './list-bookings.server.ts'

const shown = 6

/** Those of the list of today: how many there are, and the next few. */
export async function readTodaysBookings(viewer: Viewer, now: Date) {
  const where = whereOf(viewer, readBookingFilter(new URLSearchParams('show=today')), now)
  const [count, bookings] = await Promise.all([
    db.booking.count({ where }),
    db.booking.findMany({
      where,
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: shown,
      select: {
        ...{ reference: true, startsAt: true, visitorName: true, company: true },
        host: { select: { name: true, staff: { select: { name: true } } } },
        lead: { select: { ref: true } },
      },
    }),
  ])
  return { count, bookings }
}
