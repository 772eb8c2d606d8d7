import { db } from '#app/db.server.ts'
import { scopeCondition } from '#app/leads/list/lead-sql.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { Outcome } from './outcome.ts'
import { beginningsOf, endOf, type Week } from './period.ts'

export type BookingTally = { week: number; outcome: Outcome; count: number }[]

/** The consultations of some weeks by what became of them, as far as the viewer may see them. */
export function tallyBookings(viewer: Viewer, weeks: readonly Week[], now: Date): Promise<BookingTally> {
  return db.$queryRaw<BookingTally>(bookingTallyQuery(viewer, weeks, now))
}

/**
 * A consultation is seen by whoever sees its lead: a lead is also of those who hold its consultations. LIMIT has each lead
 * looked up by itself; a plan that joins them would read a good part of all leads beside a few bookings.
 */
export function bookingTallyQuery(viewer: Viewer, weeks: readonly Week[], now: Date): Prisma.Sql {
  const beginnings = beginningsOf(weeks, viewer.timeZone)
  const isSeen = scopeCondition({ viewer, now, filter: { q: '', status: 'any', archived: 'any' } })
  return Prisma.sql`
    SELECT width_bucket(starts_at, ${beginnings}::timestamptz[]) - 1 AS week,
      CASE WHEN booking.status <> 'confirmed' THEN booking.status::text
        WHEN starts_at > ${now} THEN 'upcoming' ELSE 'to-mark' END AS outcome,
      count(*)::int AS count
    FROM booking CROSS JOIN LATERAL (
      SELECT FROM (SELECT * FROM lead WHERE id = lead_id LIMIT 1) AS lead WHERE ${isSeen}) AS seen
    WHERE booking.status <> 'reserved'
      AND starts_at >= ${beginnings[0]} AND starts_at < ${endOf(weeks, viewer.timeZone)}
    GROUP BY 1, 2`
}
