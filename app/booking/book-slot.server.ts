import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { addToSearch, recordLead } from '#app/leads/record-lead.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import { announceBooking } from './letters/announce-booking.server.ts'
import { asMade, findBooking, madeBooking, type MadeBooking } from './made-booking.server.ts'
import type { BookingRefusal, BookingRequest } from './booking.ts'
import { checkDetails, type Details, type WrongDetails } from './check-details.server.ts'
import { loadCalendar, spanAround, type Calendar, type HostCalendar } from '#app/calendars/calendar.server.ts'
import { hasTooManyOpen, insertBooking, orderByTurn } from './booking-rows.server.ts'
import { whyNobody } from '#app/calendars/offer.ts'
import { asBookedBy, type ByStaff } from '#app/calendars/staff-offer.ts'
import { isBookable, whyNot, type RefusalReason } from '#app/slots/slots.ts'

export type Booked = { booking: MadeBooking; replayed: boolean }

/**
 * What the act knows besides the form: when it is, the lead whose own page the form was opened from, and the member of
 * staff who books for the visitor.
 */
type About = { now: Date; attachTo?: string | undefined; staff?: (ByStaff & { id: string }) | undefined }

/**
 * Books a time: one host, one row, one transaction with the lead, its timeline and both letters. Asked again with the
 * same key it gives the first answer again (`replayed`); the same key with other answers is refused.
 *
 * Hosts are tried in turn (app/booking/round-robin.ts): whoever is lost to somebody quicker is no error.
 */
export async function bookSlot(
  request: BookingRequest,
  about: About,
): Promise<Outcome<Booked, BookingRefusal> | WrongDetails> {
  const hash = requestHash({ ...request, attachTo: about.attachTo })
  const earlier = await findEarlier(db, request, hash)
  if (earlier) return earlier
  if (request.start < about.now) return refused('past')

  const stored = await loadCalendar(db, {
    typeSlug: request.type,
    hostSlug: request.host,
    span: spanAround(request.start.getTime()),
  })
  if (!stored) return refused('unknown-type')
  if (stored.hosts.length === 0) return refused('unknown-host')
  const details = await checkDetails(db, request, { isStaff: about.staff !== undefined })
  if (!details.ok) return details
  const asked = { start: request.start.getTime(), now: about.now.getTime() }
  const calendar = asBookedBy(stored, about.staff, asked)
  const reason = whyNobody(calendar, asked)
  if (reason) return refused(reason)

  const free = calendar.hosts.filter((host) => isBookable(host.rules, calendar.meeting, host.busy, asked))
  let lost: BookingRefusal = 'taken'
  for (const host of await orderByTurn(db, free, { all: calendar.hosts, now: about.now })) {
    const outcome = await bookWith(host, calendar, { request, details: details.value, hash, about })
    if (outcome.ok || !isLostToOthers(outcome.reason)) return outcome
    lost = outcome.reason
  }
  return refused(lost)
}

/** Somebody quicker had the time, or the last meeting of the host's day: the next host may still be free. */
function isLostToOthers(reason: BookingRefusal): boolean {
  return reason === 'taken' || reason === 'limit'
}

type Attempt = { request: BookingRequest; details: Details; hash: string; about: About }

/** Thrown to roll back: the constraint refused what the decision allowed. */
class LostRace extends Error {}

async function bookWith(
  host: HostCalendar,
  calendar: Calendar,
  attempt: Attempt,
): Promise<Outcome<Booked, BookingRefusal>> {
  try {
    return await db.$transaction((tx) => bookInside(tx, host, calendar, attempt))
  } catch (error) {
    if (error instanceof LostRace) return refused('taken')
    throw error
  }
}

async function bookInside(
  tx: Transaction,
  host: HostCalendar,
  calendar: Calendar,
  { request, details, hash, about }: Attempt,
): Promise<Outcome<Booked, BookingRefusal>> {
  await lockFor(tx, 'key', `booking ${request.idempotencyKey}`)
  const earlier = await findEarlier(tx, request, hash)
  if (earlier) return earlier
  await lockFor(tx, 'host', host.id)
  const reason = await decideAgain(tx, host, request, about)
  if (reason) return refused(reason)
  await lockFor(tx, 'person', request.email)
  if (!about.staff && (await hasTooManyOpen(tx, request.email, about.now))) return refused('too-many-open')

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
      ...(about.attachTo && { attachTo: about.attachTo }),
      ...(about.staff && { actorId: about.staff.id }),
    },
    about.now,
  )
  const id = await insertBooking(tx, {
    request,
    details,
    hash,
    lead,
    host,
    calendar,
    now: about.now,
    fromRequest: about.attachTo !== undefined && !about.staff,
    bookedById: about.staff?.id,
  })
  if (!id) throw new LostRace()

  const booking = asMade(await tx.booking.findUniqueOrThrow({ where: { id }, include: madeBooking }))
  await addToSearch(tx, lead.leadId, booking.reference)
  await recordEvent(tx, {
    leadId: lead.leadId,
    at: about.now,
    ...(about.staff && { actorId: about.staff.id }),
    event: {
      kind: 'booked',
      bookingId: id,
      reference: booking.reference,
      startsAt: booking.startsAt.toISOString(),
    },
  })
  await announceBooking(tx, booking, 'confirmed', { now: about.now, by: about.staff ? 'staff' : 'visitor' })
  return done({ booking, replayed: false })
}

/** The answer that this key had before: the same booking for the same answers, a refusal for others. */
async function findEarlier(
  database: Reader,
  request: BookingRequest,
  hash: string,
): Promise<Outcome<Booked, 'key-reused'> | null> {
  const booking = await findBooking(database, { idempotencyKey: request.idempotencyKey })
  if (!booking) return null
  return booking.requestHash === hash ? done({ booking, replayed: true }) : refused('key-reused')
}

/** The same decision as before, now that nobody else can change this host's calendar. */
async function decideAgain(
  tx: Transaction,
  host: HostCalendar,
  request: BookingRequest,
  about: About,
): Promise<RefusalReason | null> {
  const asked = { start: request.start.getTime(), now: about.now.getTime() }
  const stored = await loadCalendar(tx, {
    typeSlug: request.type,
    hostSlug: host.slug,
    span: spanAround(asked.start),
  })
  const calendar = stored && asBookedBy(stored, about.staff, asked)
  const [again] = calendar?.hosts ?? []
  if (!calendar || !again) return 'taken'
  return whyNot(again.rules, calendar.meeting, again.busy, asked)
}
