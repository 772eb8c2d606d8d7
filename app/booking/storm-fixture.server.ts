import { randomUUID } from 'node:crypto'
import { addMinutes } from 'date-fns'
import { db } from '#app/db.server.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import { bookSlot } from './book-slot.server.ts'
import { bookingRequestSchema } from './booking.ts'
import { cancelBooking } from './cancel-booking.server.ts'
import { rescheduleBooking } from './reschedule-booking.server.ts'
import {
  countLostHolds,
  holdAtRandom,
  newVisitor,
  type Holding,
  type Visitor,
} from './storm-holds-fixture.server.ts'

/** A Monday, so that each of the type's fourteen days ahead begins a working week. */
const now = new Date('2026-11-30T00:00:00Z')
const slug = 'storm'

/**
 * How often each thing came out: `book ok`, `move taken`; what was thrown, and what became of reservations that was not
 * right. Nothing ever should be thrown or wrong.
 */
export type Storm = { outcomes: Map<string, number>; thrown: unknown[]; wrongs: string[] }

/**
 * Many clients hold, book, move and cancel at once, at random: half-hour meetings that may start every quarter of an hour, with
 * buffers, of three hosts, so that nearly every act meets another one's.
 */
export async function runStorm({ acts, clients }: { acts: number; clients: number }): Promise<Storm> {
  await addCalendars()
  const holding: Holding = {
    visitors: Array.from({ length: clients }, newVisitor),
    holderOf: new Map(),
    wrongs: [],
  }
  const storm: Storm = { outcomes: new Map(), thrown: [], wrongs: holding.wrongs }
  const made: string[] = []
  let left = acts

  const client = async (visitor: Visitor) => {
    while (left-- > 0) {
      const act = pick(2)
        ? holdAtRandom(holding, visitor, { request: requestAtRandom(), now, made })
        : actAtRandom(made)
      const came = await act.catch((error: unknown) => {
        storm.thrown.push(error)
        return 'thrown'
      })
      storm.outcomes.set(came, (storm.outcomes.get(came) ?? 0) + 1)
    }
  }
  await Promise.all(holding.visitors.map(client))
  const lost = await countLostHolds(holding)
  if (lost > 0) holding.wrongs.push(`${lost} reservations were lost`)
  return storm
}

async function actAtRandom(made: string[]): Promise<string> {
  const bookingId = made[pick(made.length)]
  const [dice, by] = [Math.random(), pick(2) ? 'visitor' : 'staff'] as const
  if (!bookingId || dice < 0.4) {
    const booked = await bookSlot(requestAtRandom(), { now })
    if (booked.ok) made.push(booked.value.booking.id)
    return `book ${booked.ok ? 'ok' : 'reason' in booked ? booked.reason : 'refused'}`
  }
  if (dice < 0.85) {
    const moved = await rescheduleBooking({ bookingId, start: startAtRandom(), by }, now)
    return `move ${moved.ok ? 'ok' : moved.reason}`
  }
  const cancelled = await cancelBooking({ bookingId, by, reason: '' }, now)
  // One in four stays in sight, to be moved and cancelled once more.
  if (pick(4) > 0) made.splice(made.indexOf(bookingId), made.includes(bookingId) ? 1 : 0)
  return `cancel ${cancelled.ok ? 'ok' : cancelled.reason}`
}

function requestAtRandom() {
  return bookingRequestSchema.parse({
    type: slug,
    ...(pick(3) === 0 && { host: `${slug}-${pick(3)}` }),
    start: startAtRandom().toISOString(),
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email: `ann@visitor${pick(60)}.example`,
    company: '',
    phone: '',
    message: '',
    idempotencyKey: randomUUID(),
  })
}

/** A quarter of an hour between nine and five on one of five days, so that times are wanted again and again. */
function startAtRandom(): Date {
  return addMinutes(now, (1 + pick(5)) * 1440 + 9 * 60 + pick(32) * 15)
}

function pick(count: number): number {
  return Math.floor(Math.random() * count)
}

async function addCalendars(): Promise<void> {
  const { id: typeId } = await db.consultationType.create({
    data: {
      ...{ slug, name: 'Storm', minutes: 30, stepMinutes: 15, noticeMinutes: 0, windowDays: 14 },
      ...{ bufferBeforeMinutes: 5, bufferAfterMinutes: 10, cutoffMinutes: 0 },
    },
  })
  for (const number of [0, 1, 2]) {
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', until: '17:00' }))
    await db.host.create({
      data: {
        ...{ slug: `${slug}-${number}`, name: 'Host', timeZone: 'UTC', publicId: newPublicId() },
        schedules: { create: { name: 'Working hours', isDefault: true, hours: { create: hours } } },
        types: { create: { typeId } },
      },
    })
  }
}

/** What must not be, counted by the database alone: every number is to be 0. */
export async function findDamage(): Promise<Record<string, number>> {
  const [damage] = await db.$queryRaw<Record<string, number>[]>`
    WITH told AS (
      SELECT detail->>'bookingId' AS booking_id, count(*) FILTER (WHERE kind = 'booked') AS booked,
        count(*) FILTER (WHERE kind = 'rescheduled') AS moved, count(*) FILTER (WHERE kind = 'cancelled') AS cancelled
      FROM lead_event GROUP BY detail->>'bookingId'),
    written AS (
      SELECT booking_id, count(*) FILTER (WHERE kind <> 'booking-reminder') AS letters,
        count(*) FILTER (WHERE state = 'queued' AND split_part(dedupe_key, ':', 3) <> booking.sequence::text) AS overtaken
      FROM letter JOIN booking ON booking.id = letter.booking_id GROUP BY booking_id),
    change AS (
      SELECT booking.sequence, booking.status, booked, moved, cancelled, coalesce(letters, 0) AS letters, overtaken
      FROM booking LEFT JOIN told ON told.booking_id = booking.id::text LEFT JOIN written ON written.booking_id = booking.id
      WHERE booking.status <> 'reserved')
    SELECT
      (SELECT count(*) FROM booking AS a JOIN booking AS b ON a.host_id = b.host_id AND a.id < b.id
        AND a.status <> 'cancelled' AND b.status <> 'cancelled'
        AND tstzrange(a.blocked_from, a.blocked_until) && tstzrange(b.blocked_from, b.blocked_until))::int AS overlaps,
      (SELECT count(*) FROM change WHERE booked IS DISTINCT FROM 1)::int AS "not booked once",
      (SELECT count(*) FROM change WHERE sequence <> moved + cancelled)::int AS "sequence is not the changes",
      (SELECT count(*) FROM change WHERE cancelled <> (status = 'cancelled')::int)::int AS "cancelled not once",
      (SELECT count(*) FROM change WHERE letters <> 2 * (sequence + 1))::int AS "letters missing or too many",
      (SELECT count(*) FROM change WHERE overtaken > 0)::int AS "letters of a time that is over",
      (SELECT deadlocks FROM pg_stat_database WHERE datname = current_database())::int AS deadlocks`
  return damage ?? {}
}

/** Times of cancelled bookings that nobody has taken since, and how many of those are not free again. */
export async function countUnfreed(): Promise<{ free: number; unfreed: number }> {
  const freed = await db.$queryRaw<{ startsAt: Date; host: string }[]>`
    SELECT DISTINCT gone.starts_at AS "startsAt", host.slug AS host
    FROM booking AS gone JOIN host ON host.id = gone.host_id
    WHERE gone.status = 'cancelled' AND NOT EXISTS (
      SELECT FROM booking AS other WHERE other.host_id = gone.host_id AND other.status <> 'cancelled'
        AND tstzrange(other.blocked_from, other.blocked_until) && tstzrange(gone.blocked_from, gone.blocked_until))`
  let unfreed = 0
  for (const { startsAt, host } of freed) {
    const request = { ...requestAtRandom(), start: startsAt, host }
    const booked = await bookSlot(request, { now })
    if (!booked.ok) unfreed++
    else await cancelBooking({ bookingId: booked.value.booking.id, by: 'staff', reason: '' }, now)
  }
  return { free: freed.length, unfreed }
}
