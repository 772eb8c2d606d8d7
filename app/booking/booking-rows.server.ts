import { randomBytes } from 'node:crypto'
import { locationOf } from '#app/consultations/place.ts'
import type { Reader, Transaction } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import type { Recorded } from '#app/leads/record-lead.server.ts'
import { newReference } from '#app/ops/reference.server.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import { site } from '#app/site.ts'
import { firstOfMonth, monthOf } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import type { BookingRequest } from './booking.ts'
import type { Details } from './check-details.server.ts'
import type { Calendar, HostCalendar } from '#app/calendars/calendar.server.ts'
import { inTurn } from './round-robin.ts'
import { blockedRange } from '#app/slots/slots.ts'

const openBookingsPerEmail = 2

type NewBooking = {
  request: BookingRequest
  hash: string
  lead: Recorded
  host: HostCalendar
  calendar: Calendar
  now: Date
  fromRequest: boolean
  /** The member of staff who books for the visitor. */
  bookedById: string | undefined
  details: Details
}

/**
 * Inserts the row, or returns null when the constraint finds the time taken. ON CONFLICT keeps the transaction alive
 * and, unlike a caught 23P01, never makes rivals for one time wait for a deadlock to be noticed.
 */
export async function insertBooking(tx: Transaction, booking: NewBooking): Promise<string | null> {
  const { request, details, lead, host, calendar } = booking
  const location = locationOf(details.place, { phone: request.phone, room: randomBytes(9).toString('hex') })
  const blocked = blockedRange(request.start.getTime(), calendar.meeting)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO booking (
      id, reference, public_id, type_id, host_id, lead_id, person_id,
      starts_at, ends_at, blocked_from, blocked_until,
      visitor_time_zone, visitor_name, visitor_email, company, phone, message,
      answers, location, ics_uid, idempotency_key, request_hash, created_at, from_request, booked_by_id)
    VALUES (
      gen_random_uuid(), ${newReference('B')}, ${newPublicId()},
      ${calendar.type.id}::uuid, ${host.id}::uuid, ${lead.leadId}::uuid, ${lead.personId}::uuid,
      ${request.start}, ${new Date(blocked.endsAt)}, ${new Date(blocked.from)}, ${new Date(blocked.until)},
      ${request.timeZone}, ${request.name}, ${request.email}, ${request.company}, ${request.phone}, ${request.message},
      ${JSON.stringify(details.answers)}::jsonb, ${location}, ${newIcsUid()}, ${request.idempotencyKey},
      ${booking.hash}, ${booking.now}, ${booking.fromRequest}, ${booking.bookedById ?? null})
    ON CONFLICT ON CONSTRAINT booking_no_overlap DO NOTHING
    RETURNING id`
  return rows[0]?.id ?? null
}

/** The free hosts in the order in which the next booking is theirs, by what all hosts of the type got this month. */
export async function orderByTurn(
  database: Reader,
  free: readonly HostCalendar[],
  { all, now }: { all: readonly HostCalendar[]; now: Date },
): Promise<HostCalendar[]> {
  if (free.length < 2) return [...free]
  const got = await database.booking.groupBy({
    by: ['hostId'],
    where: { hostId: { in: all.map(({ id }) => id) }, createdAt: { gte: startOfMonth(now) } },
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

function newIcsUid(): string {
  return `${randomBytes(16).toString('hex')}@${new URL(env.APP_URL).hostname}`
}
