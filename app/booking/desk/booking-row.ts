import type { BookingStatus } from '#app/prisma/enums.ts'
import { sayClearTime, sayShortDate } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { standingOf } from './booking-status.ts'

type Listed = {
  reference: string
  status: BookingStatus
  startsAt: Date
  endsAt: Date
  visitorName: string
  company: string
  type: { name: string }
  host: { name: string; staffId: string | null; staff: { name: string } | null }
}

/** One line of the list of bookings, in words; times are in the viewer's zone. */
export function rowOf(booking: Listed, viewer: { id: string; timeZone: TimeZone }, now: Date) {
  const { reference, startsAt, endsAt, visitorName, company, type, host } = booking
  return {
    reference,
    date: sayShortDate(startsAt, viewer.timeZone, now),
    time: `${sayClearTime(startsAt, viewer.timeZone)}–${sayClearTime(endsAt, viewer.timeZone)}`,
    visitor: visitorName,
    company,
    type: type.name,
    host: host.staffId === viewer.id ? 'you' : (host.staff?.name ?? host.name),
    standing: standingOf(booking, now),
  }
}

export type BookingRow = ReturnType<typeof rowOf>
