/** A booking in words, for its own pages: on the visitor's clock, with the host's beside it. */
import { differenceInMinutes } from 'date-fns'
import { sayClearTime, sayDate, sayZone } from '#app/time/say.ts'
import type { Clock, TimeZone } from '#app/time/types.ts'

export type Appointment = {
  reference: string
  status: string
  startsAt: string
  date: string
  time: string
  zoneName: string
  /** The same moment on the host's clock, when that reads differently. */
  hostTime: string | null
  host: string
  type: string
  minutes: number
  location: string
  isLink: boolean
  email: string
  guests: readonly string[]
}

type Row = {
  reference: string
  status: string
  startsAt: Date
  endsAt: Date
  visitorTimeZone: string
  visitorEmail: string
  guests: string[]
  location: string
  host: { name: string; timeZone: string; staff: { name: string } | null }
  type: { name: string }
}

export function describeAppointment(booking: Row, now: Date, clock?: Clock): Appointment {
  const zone = booking.visitorTimeZone as TimeZone
  const hostZone = booking.host.timeZone as TimeZone
  return {
    reference: booking.reference,
    status: booking.status,
    startsAt: booking.startsAt.toISOString(),
    date: sayDate(booking.startsAt, zone, now),
    time: `${sayClearTime(booking.startsAt, zone, clock)} to ${sayClearTime(booking.endsAt, zone, clock)}`,
    zoneName: sayZone(zone, booking.startsAt),
    hostTime: hostTime(booking.startsAt, { zone, hostZone, clock }),
    host: booking.host.staff?.name ?? booking.host.name,
    type: booking.type.name,
    minutes: differenceInMinutes(booking.endsAt, booking.startsAt),
    location: booking.location,
    isLink: booking.location.startsWith('https://'),
    email: booking.visitorEmail,
    guests: booking.guests,
  }
}

function hostTime(
  startsAt: Date,
  { zone, hostZone, clock }: { zone: TimeZone; hostZone: TimeZone; clock: Clock | undefined },
): string | null {
  const there = `${sayDate(startsAt, hostZone)}, ${sayClearTime(startsAt, hostZone, clock)}`
  const here = `${sayDate(startsAt, zone)}, ${sayClearTime(startsAt, zone, clock)}`
  return there === here ? null : `${there}, ${sayZone(hostZone, startsAt)}`
}
