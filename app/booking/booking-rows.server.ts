import { randomBytes } from 'node:crypto'
import type { Calendar, HostCalendar } from '#app/calendars/calendar.server.ts'
import { locationOf } from '#app/consultations/place.ts'
import type { Reader, Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import type { Recorded } from '#app/leads/record-lead.server.ts'
import { site } from '#app/site.ts'
import { blockedRange } from '#app/slots/slots.ts'
import { firstOfMonth, monthOf } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import type { BookingRequest } from './booking.ts'
import type { Details } from './check-details.server.ts'
import { guestsBeside } from './guests/guests.ts'
import type { Asking } from './hosts-in-turn.server.ts'
import { asMade, madeBooking, type MadeBooking } from './made-booking.server.ts'
import { inTurn } from './round-robin.ts'

const openBookingsPerEmail = 2

type NewBooking = {
  request: BookingRequest
  hash: string
  lead: Recorded
  calendar: Calendar
  now: Date
  fromRequest: boolean
  /** The member of staff who books for the visitor. */
  bookedById: string | undefined
  details: Details
}

/** Gives a reservation its visitor: the same row, and from now on a booking. */
export async function confirmHold(tx: Transaction, id: string, booking: NewBooking): Promise<MadeBooking> {
  const { request, details, lead, calendar } = booking
  const blocked = blockedRange(request.start.getTime(), calendar.meeting)
  const row = await tx.booking.update({
    where: { id, status: 'reserved' },
    data: {
      status: 'confirmed',
      reservedBy: null,
      reservedUntil: null,
      leadId: lead.leadId,
      personId: lead.personId,
      // The type's length and buffers may have changed since the time was reserved.
      endsAt: new Date(blocked.endsAt),
      blockedFrom: new Date(blocked.from),
      blockedUntil: new Date(blocked.until),
      visitorTimeZone: request.timeZone,
      visitorName: request.name,
      visitorEmail: request.email,
      company: request.company,
      phone: request.phone,
      message: request.message,
      guests: guestsBeside([request.email], request.guests),
      answers: details.answers,
      location: locationOf(details.place, { phone: request.phone, room: randomBytes(9).toString('hex') }),
      idempotencyKey: request.idempotencyKey,
      requestHash: booking.hash,
      createdAt: booking.now,
      fromRequest: booking.fromRequest,
      bookedById: booking.bookedById ?? null,
    },
    include: madeBooking,
  })
  return asMade(row)
}

/**
 * The free hosts in the order in which the next booking is theirs, by what all hosts of the type got this month. What
 * others have reserved counts, what the visitor has does not: it is let go or becomes this booking.
 */
export async function orderByTurn(
  database: Reader,
  free: readonly HostCalendar[],
  { all, now, heldBy }: { all: readonly HostCalendar[] } & Asking,
): Promise<HostCalendar[]> {
  if (free.length < 2) return [...free]
  const got = await database.booking.groupBy({
    by: ['hostId'],
    where: {
      hostId: { in: all.map(({ id }) => id) },
      createdAt: { gte: startOfMonth(now) },
      OR: [{ status: { not: 'reserved' } }, reservedByOthers(heldBy)],
    },
    _count: true,
    _max: { createdAt: true },
  })
  const byHost = new Map(got.map((row) => [row.hostId, row]))
  const standings = all.map((host) => ({
    ...host,
    received: byHost.get(host.id)?._count ?? 0,
    lastAt: byHost.get(host.id)?._max.createdAt?.getTime() ?? 0,
  }))
  return inTurn(
    standings.filter(({ id }) => free.some((host) => host.id === id)),
    standings,
  )
}

/** Reservations that have not run out, but for the visitor's own. */
function reservedByOthers(heldBy: string | undefined) {
  return {
    status: 'reserved' as const,
    reservedUntil: { gt: new Date() },
    ...(heldBy && { reservedBy: { not: heldBy } }),
  }
}

/** Months are the office's. */
function startOfMonth(now: Date): Date {
  const { timeZone } = site.office
  return new Date(startOfDay(firstOfMonth(monthOf(dateIn(now, timeZone))), timeZone))
}

/** One person holds at most two future times, so that nobody can fill a calendar. */
export async function hasTooManyOpen(tx: Transaction, email: string, now: Date): Promise<boolean> {
  if (env.RATE_LIMITS === 'off') return false
  const open = await tx.booking.count({
    where: { visitorEmail: email, status: 'confirmed', startsAt: { gt: now } },
  })
  return open >= openBookingsPerEmail
}
