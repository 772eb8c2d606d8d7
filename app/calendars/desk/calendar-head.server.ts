import type { Viewer } from '#app/staff/viewer.server.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayClearTime, sayShortDate, sayTime, sayZone } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { mayChangeCalendars } from '../scope.server.ts'
import type { CalendarHead } from './calendar-frame.tsx'
import { readDone } from './done-notice.tsx'
import { listStanding, type StandingBooking } from './standing-bookings.server.ts'
import type { SaidStanding } from './standing-notice.tsx'

/**
 * What stands above all pages of one calendar: whose it is, its clock, and the bookings in time that is closed now
 * (`standing`, where the page has read them already).
 */
export async function describeHead(
  viewer: Viewer,
  host: { id: string; slug: string; name: string; timeZone: string; active: boolean },
  { request, now, standing }: { request: Request; now: Date; standing?: StandingBooking[] },
): Promise<CalendarHead> {
  const { id, slug, name, active } = host
  const timeZone = host.timeZone as TimeZone
  const inClosedTime = standing ?? (await listStanding({ id }, now))
  return {
    slug,
    name,
    active,
    clock: `${sayTime(now, timeZone)} ${sayZone(timeZone, now)}`,
    mayChange: mayChangeCalendars(viewer),
    standing: inClosedTime.map((booking) => sayStanding(booking, now)),
    done: readDone(request),
  }
}

export function sayStanding(booking: StandingBooking, now: Date): SaidStanding {
  const { reference, visitor, startsAt, endsAt, host, closedBy } = booking
  const zone = host.timeZone
  return {
    reference,
    visitor,
    iso: startsAt.toISOString(),
    when: `${sayShortDate(startsAt, zone, now)}, ${sayClearTime(startsAt, zone)}–${sayClearTime(endsAt, zone)}`,
    zone: sayZone(zone, startsAt),
    host: host.name,
    closedBy,
  }
}

/** Today where the host is at home. */
export function todayOf({ timeZone }: { timeZone: string }, now: Date) {
  return dateIn(now, timeZone as TimeZone)
}
