import type { Calendar, HostCalendar } from '#app/calendars/calendar.server.ts'
import type { ByStaff } from '#app/calendars/staff-offer.ts'
import { takeHostCalendar } from '#app/calendars/take-calendar.server.ts'
import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { recordLead, type Inbound } from '#app/leads/record-lead.server.ts'
import { lockInTurn } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import { confirmHold, hasTooManyOpen } from './booking-rows.server.ts'
import type { BookingRefusal, BookingRequest } from './booking.ts'
import { checkDetails, type Details, type WrongDetails } from './check-details.server.ts'
import { clearOwnWay, findHold, insertHold, type Hold } from './hold-rows.server.ts'
import {
  decideAgain,
  hostsInTurn,
  LostRace,
  tryInTurn,
  whyLost,
  type Asking,
} from './hosts-in-turn.server.ts'
import { announceBooking } from './letters/announce-booking.server.ts'
import { findBooking, isBooked, type MadeBooking } from './made-booking.server.ts'

export type Booked = { booking: MadeBooking; replayed: boolean }

/**
 * What the act knows besides the form: when it is, the lead whose own page the form was opened from, the hash of the
 * token by which the visitor may hold the time, and the member of staff who books for the visitor.
 */
type About = Asking & {
  attachTo?: string | undefined
  staff?: (ByStaff & { id: string }) | undefined
  /** What the checks for abuse made of it, and the submission that waited to be confirmed until now. */
  judged?: Inbound['judged'] | undefined
  held?: Inbound['held'] | undefined
}

/**
 * Books a time: one host, one row, one transaction with the lead, its timeline and both letters. Asked again with the
 * same key it gives the first answer again (`replayed`); the same key with other answers is refused.
 *
 * The row is a reservation first: the one that the visitor holds, or one made and confirmed in the same transaction.
 */
export async function bookSlot(
  request: BookingRequest,
  about: About,
): Promise<Outcome<Booked, BookingRefusal> | WrongDetails> {
  const hash = requestHash({ ...request, attachTo: about.attachTo })
  const details = await checkDetails(db, request, { isStaff: about.staff !== undefined })
  // What stands in the way may be what the same form has booked before.
  if (!details.ok) return (await findEarlier(db, request, hash)) ?? details
  const found = await hostsInTurn(request, about)
  if (!found.ok) return (await findEarlier(db, request, hash)) ?? found
  const { calendar, hosts } = found.value
  return tryInTurn<Booked>(hosts, {
    lookAgain: async (host) =>
      (await findEarlier(db, request, hash)) ?? (await whyLost(request, host, about)),
    attempt: (tx, host) => bookInside(tx, { request, details: details.value, hash, about, calendar, host }),
  })
}

type Attempt = {
  request: BookingRequest
  details: Details
  hash: string
  about: About
  calendar: Calendar
  host: HostCalendar
}

async function bookInside(tx: Transaction, attempt: Attempt): Promise<Outcome<Booked, BookingRefusal>> {
  const { request, details, hash, about, calendar, host } = attempt
  await lockInTurn(tx, [
    ['key', `booking ${request.idempotencyKey}`],
    ['host', host.id],
    ['person', request.email],
  ])
  const earlier = await findEarlier(tx, request, hash)
  if (earlier) return earlier
  const held = await takeTime(tx, attempt)
  if (!held.ok) return held

  const lead = await recordLead(
    tx,
    {
      kind: 'booking',
      person: { ...request },
      title: calendar.type.name,
      payload: {
        ...request,
        start: request.start.toISOString(),
        host: request.host ?? null,
        answers: details.answers,
      },
      idempotencyKey: `booking ${request.idempotencyKey}`,
      requestHash: hash,
      reference: held.value.reference,
      hostId: host.id,
      ...(about.attachTo && { attachTo: about.attachTo }),
      ...(about.staff && { actorId: about.staff.id }),
      ...(about.judged && { judged: about.judged }),
      ...(about.held && { held: about.held }),
    },
    about.now,
  )
  const booking = await confirmHold(tx, held.value.id, {
    request,
    details,
    hash,
    lead,
    calendar,
    now: about.now,
    fromRequest: about.attachTo !== undefined && !about.staff,
    bookedById: about.staff?.id,
  })
  await recordEvent(tx, {
    leadId: lead.leadId,
    at: about.now,
    ...(about.staff && { actorId: about.staff.id }),
    event: {
      kind: 'booked',
      bookingId: booking.id,
      reference: booking.reference,
      startsAt: booking.startsAt.toISOString(),
    },
  })
  await announceBooking(tx, booking, 'confirmed', { now: about.now, by: about.staff ? 'staff' : 'visitor' })
  return done({ booking, replayed: false })
}

/** The row that is to be the booking: what the visitor holds of this host, else a reservation made now. */
async function takeTime(
  tx: Transaction,
  { request, about, calendar, host }: Attempt,
): Promise<Outcome<Pick<Hold, 'id' | 'reference'>, BookingRefusal>> {
  const { type, start, timeZone } = request
  const { now, heldBy, staff } = about
  await takeHostCalendar(tx, host.id)
  const hold = heldBy ? await findHold(tx, { type, host: host.slug, start, heldBy }, { lock: true }) : null
  const reason = await decideAgain(tx, { type, host, start }, { ...about, hold })
  if (reason) return refused(reason)
  if (!staff && (await hasTooManyOpen(tx, request.email, now))) return refused('too-many-open')

  if (heldBy) await clearOwnWay(tx, { host, calendar, start, heldBy }, hold)
  const row = hold ?? (await insertHold(tx, { host, calendar, start, timeZone, heldBy: heldBy ?? '' }))
  if (!row) throw new LostRace()
  return done(row)
}

/** The answer that this key had before: the same booking for the same answers, a refusal for others. */
async function findEarlier(
  database: Reader,
  request: BookingRequest,
  hash: string,
): Promise<Outcome<Booked, 'key-reused'> | null> {
  const { idempotencyKey } = request
  if (!(await isBooked(database, idempotencyKey))) return null
  const booking = await findBooking(database, { idempotencyKey })
  if (!booking) return null
  return booking.requestHash === hash ? done({ booking, replayed: true }) : refused('key-reused')
}
