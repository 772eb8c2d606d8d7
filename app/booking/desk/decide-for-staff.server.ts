import { addYears } from 'date-fns'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { loadCalendar, spanAround, type Calendar } from '#app/calendars/calendar.server.ts'
import { whyNobody } from '#app/calendars/offer.ts'
import { asBookedBy, type OutsideReason } from '#app/calendars/staff-offer.ts'
import type { Reader } from '#app/db.server.ts'
import type { RefusalReason } from '#app/slots/slots.ts'

/** `not-offered`: the host no longer holds this type of consultation. */
export type StaffRefusal = RefusalReason | 'not-offered'

type Asked = {
  /** The host's slug. */
  host: string
  start: Date
  /** The reason that was shown to them and that they put aside. */
  anyway?: OutsideReason | undefined
}

/** Whoever types a year farther away has mistyped it. */
const farthestYears = 2

/**
 * Why a booking cannot be held by that host then, if so. Notice, window, limits and the grid bind visitors only;
 * whatever else is in the host's calendar binds everybody, but for the booking itself.
 */
export async function decideForStaff(
  database: Reader,
  booking: MadeBooking,
  { host, start, anyway }: Asked,
  now: Date,
): Promise<StaffRefusal | null> {
  const calendar = await loadCalendar(database, {
    typeSlug: booking.type.slug,
    hostSlug: host,
    span: spanAround(start.getTime()),
    except: booking.id,
  })
  return whyNotByStaff(calendar, { start, anyway }, now)
}

/** Why none of the calendar's hosts can hold it, by the same rules. */
export function whyNotByStaff(
  calendar: Calendar | null,
  { start, anyway = 'grid' }: Omit<Asked, 'host'>,
  now: Date,
): StaffRefusal | null {
  if (start > addYears(now, farthestYears)) return 'window'
  if (!calendar || calendar.hosts.length === 0) return 'not-offered'
  const asked = { start: start.getTime(), now: now.getTime() }
  return whyNobody(asBookedBy(calendar, { anyway }, asked), asked)
}
