import { loadCalendar, spanAround, type Calendar, type HostCalendar } from '#app/calendars/calendar.server.ts'
import { whyNobody } from '#app/calendars/offer.ts'
import { asBookedBy, type ByStaff } from '#app/calendars/staff-offer.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { oneAtATime } from '#app/ops/one-at-a-time.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { isBookable, whyNot, type RefusalReason } from '#app/slots/slots.ts'
import { orderByTurn } from './booking-rows.server.ts'
import type { BookingRefusal } from './booking.ts'
import { findHold } from './hold-rows.server.ts'

export type Wanted = { type: string; host?: string | undefined; start: Date }

/**
 * When it is; whose own reservation does not stand in the way, by the hash of that visitor's token; and the member of
 * staff for whom some rules are laxer.
 */
export type Asking = { now: Date; heldBy?: string | undefined; staff?: ByStaff | undefined }

export type HostsInTurn = { calendar: Calendar; hosts: HostCalendar[] }

/**
 * The hosts who are free at that time, in the order of app/booking/round-robin.ts; before them all the one with whom the
 * visitor holds it. What is decided here is decided again once a host's calendar is taken.
 */
export async function hostsInTurn(
  wanted: Wanted,
  { now, heldBy, staff }: Asking,
): Promise<Outcome<HostsInTurn, BookingRefusal>> {
  if (wanted.start < now) return refused('past')
  const stored = await loadCalendar(db, {
    typeSlug: wanted.type,
    hostSlug: wanted.host,
    span: spanAround(wanted.start.getTime()),
    reservedBy: heldBy,
  })
  if (!stored) return refused('unknown-type')
  if (stored.hosts.length === 0) return refused(wanted.host ? 'unknown-host' : 'unknown-type')

  const hold = heldBy ? await findHold(db, { ...wanted, heldBy }) : null
  const asked = { start: wanted.start.getTime(), now: decidedAt(now, hold) }
  const calendar = asBookedBy(stored, staff, asked)
  const reason = whyNobody(calendar, asked)
  if (reason) return refused(reason)

  const free = calendar.hosts.filter((host) => isBookable(host.rules, calendar.meeting, host.busy, asked))
  const inTurn = await orderByTurn(db, free, { all: calendar.hosts, now, heldBy })
  const holding = inTurn.filter(({ id }) => id === hold?.hostId)
  return done({ calendar, hosts: [...holding, ...inTurn.filter((host) => !holding.includes(host))] })
}

/** Thrown to roll back: the constraint refused what the decision allowed. */
export class LostRace extends Error {}

type Tries<Value> = {
  /** Asked of whoever had to wait for others, before a connection is taken: an answer that makes the attempt needless. */
  lookAgain: (host: HostCalendar) => Promise<Outcome<Value, BookingRefusal> | null>
  attempt: (tx: Transaction, host: HostCalendar) => Promise<Outcome<Value, BookingRefusal>>
}

/** Tries the hosts one after the other, each in a transaction of its own, until one is had. */
export async function tryInTurn<Value>(
  hosts: readonly HostCalendar[],
  tries: Tries<Value>,
): Promise<Outcome<Value, BookingRefusal>> {
  let lost: BookingRefusal = 'taken'
  for (const host of hosts) {
    const outcome = await tryHost(host, tries)
    if (outcome.ok || !isLostToOthers(outcome.reason)) return outcome
    lost = outcome.reason
  }
  return refused(lost)
}

/** Of many who want one host at once, one works on it and the others wait here, not on connections of the database. */
function tryHost<Value>(
  host: HostCalendar,
  { lookAgain, attempt }: Tries<Value>,
): Promise<Outcome<Value, BookingRefusal>> {
  return oneAtATime(`host ${host.id}`, async ({ waited }) => {
    const answer = waited ? await lookAgain(host) : null
    return answer ?? tryOnce((tx) => attempt(tx, host))
  })
}

/** Why this host cannot be had any more; null while nothing stands against it. */
export async function whyLost(
  wanted: Wanted,
  host: HostCalendar,
  asking: Asking,
): Promise<{ ok: false; reason: BookingRefusal } | null> {
  const found = await hostsInTurn({ ...wanted, host: host.slug }, asking)
  return found.ok ? null : found
}

async function tryOnce<Value>(
  attempt: (tx: Transaction) => Promise<Outcome<Value, BookingRefusal>>,
): Promise<Outcome<Value, BookingRefusal>> {
  try {
    return await db.$transaction(attempt)
  } catch (error) {
    if (error instanceof LostRace || isConstraintViolation(error, 'booking_no_overlap'))
      return refused('taken')
    throw error
  }
}

/** Somebody quicker had the time, or the last meeting of the host's day: the next host may still be free. */
function isLostToOthers(reason: BookingRefusal): boolean {
  return reason === 'taken' || reason === 'limit'
}

/** The same decision as before, now that nobody else can change this host's calendar. */
export async function decideAgain(
  tx: Transaction,
  wanted: { type: string; host: HostCalendar; start: Date },
  asking: Asking & { hold: { heldForMs: number } | null },
): Promise<RefusalReason | null> {
  const asked = { start: wanted.start.getTime(), now: decidedAt(asking.now, asking.hold) }
  const stored = await loadCalendar(tx, {
    typeSlug: wanted.type,
    hostSlug: wanted.host.slug,
    span: spanAround(asked.start),
    reservedBy: asking.heldBy,
  })
  const calendar = stored && asBookedBy(stored, asking.staff, asked)
  const [again] = calendar?.hosts ?? []
  if (!calendar || !again) return 'taken'
  return whyNot(again.rules, calendar.meeting, again.busy, asked)
}

/** A time that is held was early enough when it was chosen: the notice does not run out while a form is filled in. */
function decidedAt(now: Date, hold: { heldForMs: number } | null): number {
  return now.getTime() - (hold?.heldForMs ?? 0)
}
