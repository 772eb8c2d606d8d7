import type { Reader } from '#app/db.server.ts'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { loadCalendar, spanAround } from '#app/calendars/calendar.server.ts'
import { bentForStaff } from '#app/calendars/leeway.ts'
import { whyNot, type RefusalReason } from '#app/slots/slots.ts'

/** `not-offered`: the host no longer holds this type of consultation. */
export type StaffRefusal = RefusalReason | 'not-offered'

type Asked = {
  /** The host's slug. */
  host: string
  start: Date
  /** Also outside their hours, on days off and holidays: for whoever has asked them. */
  anyHours?: boolean
}

/**
 * Why a booking cannot be held by that host then, if so. Notice, window, limits and the grid bind visitors only;
 * whatever else is in the host's calendar binds everybody, but for the booking itself.
 */
export async function decideForStaff(
  database: Reader,
  booking: MadeBooking,
  { host: slug, start, anyHours = false }: Asked,
  now: Date,
): Promise<StaffRefusal | null> {
  const calendar = await loadCalendar(database, {
    typeSlug: booking.type.slug,
    hostSlug: slug,
    span: spanAround(start.getTime()),
    except: booking.id,
  })
  const [host] = calendar?.hosts ?? []
  if (!calendar || !host) return 'not-offered'
  const bent = bentForStaff({ ...host, meeting: calendar.meeting }, { anyMinute: true, anyHours })
  return whyNot(bent.rules, bent.meeting, bent.busy, { start: start.getTime(), now: now.getTime() })
}
