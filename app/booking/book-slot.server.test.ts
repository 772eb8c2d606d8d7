import { randomUUID } from 'node:crypto'
import { addMinutes } from 'date-fns'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { instantsAt } from '#app/time/instants.ts'
import type { CalendarDate, LocalTime, TimeZone } from '#app/time/types.ts'
import { bookSlot } from './book-slot.server.ts'
import { bookingRequestSchema, type BookingRequest } from './booking.ts'
import { cancelBooking } from './cancel-booking.server.ts'
import { rescheduleBooking } from './reschedule-booking.server.ts'

// Both first calendars are open from 11:00 to 20:00 in Kolkata; Tuesday 1 December 2026 is a working day.
const now = new Date('2026-11-30T06:00:00Z')
const noon = at('2026-12-01', '12:00')

beforeAll(loadFirstCalendars)
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
  await limitHost(null)
})

describe('booking a time', () => {
  test('writes the booking, its lead, both letters and two reminders, or nothing', async () => {
    const outcome = await bookSlot(request({ start: noon, email: 'ann@acme.example' }), { now })

    expect(outcome.ok).toBe(true)
    const booking = await db.booking.findFirstOrThrow({
      include: { lead: { include: { events: true } }, letters: true },
    })
    expect(booking).toMatchObject({ status: 'confirmed', visitorEmail: 'ann@acme.example', startsAt: noon })
    expect(booking.endsAt).toEqual(addMinutes(noon, 30))
    expect(booking.lead?.events.map(({ kind }) => kind).sort()).toEqual(['booked', 'submitted'])
    expect(booking.letters.map(({ kind, to }) => `${kind} to ${to}`).sort()).toEqual([
      'booking-confirmed to ann@acme.example',
      'booking-notice to hello@benchline.example',
      'booking-reminder to ann@acme.example',
      'booking-reminder to ann@acme.example',
    ])
  })

  test('goes to the calendar that was booked longest ago', async () => {
    const first = await book({ start: noon })
    const second = await book({ start: at('2026-12-01', '13:00') })
    const third = await book({ start: at('2026-12-01', '14:00') })

    expect(second.host.slug).not.toBe(first.host.slug)
    expect(third.host.slug).toBe(first.host.slug)
  })

  test('is refused as taken when every calendar has the time, and frees nothing', async () => {
    await book({ start: noon })
    await book({ start: noon })

    const third = await bookSlot(request({ start: noon }), { now })

    expect(third).toEqual({ ok: false, reason: 'taken' })
    expect(await db.booking.count()).toBe(2)
  })

  test('of one host at overlapping moments by many at once happens once', async () => {
    const starts = Array.from({ length: 24 }, () => noon)

    const outcomes = await Promise.all(
      starts.map((start) => bookSlot(request({ start, host: 'hiring-consultant' }), { now })),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.booking.count()).toBe(1)
  })

  test.each([
    ['past', '2026-11-30', '11:00'],
    ['notice', '2026-11-30', '12:30'],
    ['window', '2027-01-04', '12:00'],
    ['hours', '2026-12-05', '12:00'],
    ['grid', '2026-12-01', '12:10'],
  ])('is refused for the reason %s', async (reason, date, time) => {
    const outcome = await bookSlot(request({ start: at(date, time) }), { now })

    expect(outcome).toEqual({ ok: false, reason })
  })
})

describe('limits', () => {
  test('a host with one meeting a day gets no second one that day', async () => {
    await limitHost(1)
    await book({ start: noon, host: 'hiring-consultant' })

    const second = await bookSlot(request({ start: at('2026-12-01', '15:00'), host: 'hiring-consultant' }), {
      now,
    })
    const nextDay = await bookSlot(request({ start: at('2026-12-02', '15:00'), host: 'hiring-consultant' }), {
      now,
    })

    expect(second).toEqual({ ok: false, reason: 'limit' })
    expect(nextDay.ok).toBe(true)
  })

  test('a booking may always move within its full day', async () => {
    await limitHost(1)
    const booking = await book({ start: noon, host: 'hiring-consultant' })

    const moved = await rescheduleBooking(
      { bookingId: booking.id, start: at('2026-12-01', '15:00'), by: 'visitor' },
      now,
    )

    expect(moved.ok).toBe(true)
  })

  test('who loses the last meeting of one host’s day is given to the other host', async () => {
    await limitHost(1)
    const starts = ['11:00', '15:00'].map((time) => at('2026-12-04', time))

    const outcomes = await Promise.all(starts.map((start) => bookSlot(request({ start }), { now })))

    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
  })

  test('many at once do not get past a limit', async () => {
    await limitHost(2)
    const starts = ['11:00', '12:00', '13:00', '14:00', '15:00', '16:00'].map((time) =>
      at('2026-12-03', time),
    )

    const outcomes = await Promise.all(
      starts.map((start) => bookSlot(request({ start, host: 'hiring-consultant' }), { now })),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2)
  })
})

describe('sending a form twice', () => {
  test('gives the first answer again', async () => {
    const form = request({ start: noon })
    const first = await bookSlot(form, { now })
    const again = await bookSlot(form, { now: addMinutes(now, 5) })

    expect(first).toMatchObject({ ok: true, value: { replayed: false } })
    expect(again).toMatchObject({ ok: true, value: { replayed: true } })
    expect(await db.booking.count()).toBe(1)
  })

  test('gives the first answer even after the meeting', async () => {
    const form = request({ start: noon })
    await bookSlot(form, { now })

    const again = await bookSlot(form, { now: addMinutes(noon, 90) })

    expect(again).toMatchObject({ ok: true, value: { replayed: true } })
  })

  test('at the same moment books once', async () => {
    const form = request({ start: noon })

    const outcomes = await Promise.all([
      bookSlot(form, { now }),
      bookSlot(form, { now }),
      bookSlot(form, { now }),
    ])

    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(await db.booking.count()).toBe(1)
  })

  test('of which the second is looked at when the first is just made gives the first answer', async () => {
    const form = request({ start: noon, host: 'hiring-consultant' })
    const { id } = await db.host.findUniqueOrThrow({ where: { slug: 'hiring-consultant' } })

    // The first has decided and waits for the host; the second knows of no booking yet and waits for the questions.
    const hostTaken = await holdUntilDone((tx) => lockFor(tx, 'host', id))
    const first = bookSlot(form, { now })
    await untilWaiting(1)
    const questionsTaken = await holdUntilDone((tx) => tx.$executeRaw`LOCK TABLE question`)
    const second = bookSlot(form, { now })
    await untilWaiting(2)
    await hostTaken.finish()
    await first
    await questionsTaken.finish()

    expect(await first).toMatchObject({ ok: true, value: { replayed: false } })
    expect(await second).toMatchObject({ ok: true, value: { replayed: true } })
  })

  test('with other content under the same key is refused', async () => {
    const form = request({ start: noon })
    await bookSlot(form, { now })

    const other = await bookSlot({ ...form, name: 'Somebody Else' }, { now })

    expect(other).toEqual({ ok: false, reason: 'key-reused' })
  })
})

describe('moving a booking', () => {
  test('keeps the row and its UID, raises the sequence and frees the old time', async () => {
    const booking = await book({ start: noon })
    const later = at('2026-12-01', '15:00')

    const moved = await rescheduleBooking({ bookingId: booking.id, start: later, by: 'visitor' }, now)

    expect(moved).toMatchObject({
      ok: true,
      value: { id: booking.id, icsUid: booking.icsUid, sequence: 1, startsAt: later },
    })
    const next = await book({ start: noon, host: booking.host.slug })
    expect(next.startsAt).toEqual(noon)
  })

  test('may overlap the time it leaves', async () => {
    await db.consultationType.update({ where: { slug: 'consultation' }, data: { minutes: 60 } })
    const booking = await book({ start: noon })

    const moved = await rescheduleBooking(
      { bookingId: booking.id, start: at('2026-12-01', '12:30'), by: 'visitor' },
      now,
    )

    await db.consultationType.update({ where: { slug: 'consultation' }, data: { minutes: 30 } })
    expect(moved.ok).toBe(true)
  })

  test('into a taken time leaves it where it was', async () => {
    const one = await book({ start: noon, host: 'hiring-consultant' })
    const two = await book({ start: at('2026-12-01', '13:00'), host: 'hiring-consultant' })

    const moved = await rescheduleBooking({ bookingId: two.id, start: one.startsAt, by: 'visitor' }, now)

    expect(moved).toEqual({ ok: false, reason: 'taken' })
    expect((await db.booking.findUniqueOrThrow({ where: { id: two.id } })).startsAt).toEqual(two.startsAt)
  })

  test('of two people into one time: one moves, the other stays', async () => {
    const one = await book({ start: noon, host: 'hiring-consultant' })
    const two = await book({ start: at('2026-12-01', '13:00'), host: 'hiring-consultant' })
    const target = at('2026-12-01', '16:00')

    const outcomes = await Promise.all(
      [one, two].map(({ id }) => rescheduleBooking({ bookingId: id, start: target, by: 'visitor' }, now)),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.booking.count({ where: { startsAt: target } })).toBe(1)
  })

  test('is too late for the visitor within four hours of the start, and never for staff', async () => {
    const booking = await book({ start: noon })
    const shortBefore = addMinutes(noon, -239)
    const later = at('2026-12-02', '12:00')

    const visitor = await rescheduleBooking(
      { bookingId: booking.id, start: later, by: 'visitor' },
      shortBefore,
    )
    const staff = await rescheduleBooking({ bookingId: booking.id, start: later, by: 'staff' }, shortBefore)

    expect(visitor).toEqual({ ok: false, reason: 'cut-off' })
    expect(staff.ok).toBe(true)
  })
})

describe('cancelling a booking', () => {
  test('keeps the row, frees the time and writes both letters with a CANCEL', async () => {
    const booking = await book({ start: noon, host: 'hiring-consultant' })
    await db.letter.deleteMany()

    await cancelBooking({ bookingId: booking.id, reason: 'The plan changed', by: 'visitor' }, now)

    const row = await db.booking.findUniqueOrThrow({ where: { id: booking.id }, include: { letters: true } })
    expect(row).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'visitor',
      cancelReason: 'The plan changed',
    })
    expect(row.letters.map(({ invitation }) => invitation)).toEqual([
      expect.objectContaining({ method: 'CANCEL' }),
      expect.objectContaining({ method: 'CANCEL' }),
    ])
    expect((await book({ start: noon, host: 'hiring-consultant' })).startsAt).toEqual(noon)
  })

  test('twice is the same as once', async () => {
    const booking = await book({ start: noon })
    await cancelBooking({ bookingId: booking.id, reason: '', by: 'visitor' }, now)

    const again = await cancelBooking({ bookingId: booking.id, reason: '', by: 'visitor' }, now)

    expect(again.ok).toBe(true)
    expect((await db.booking.findUniqueOrThrow({ where: { id: booking.id } })).sequence).toBe(1)
  })
})

async function limitHost(dailyLimit: number | null) {
  await db.host.update({ where: { slug: 'hiring-consultant' }, data: { dailyLimit } })
}

async function book(asked: Partial<BookingRequest>) {
  const outcome = await bookSlot(request(asked), { now })
  if (!outcome.ok) throw new Error(`Not booked: ${outcome.reason}`)
  return outcome.value.booking
}

function request(asked: Partial<BookingRequest>): BookingRequest {
  const { start = noon, ...rest } = asked
  return bookingRequestSchema.parse({
    type: 'consultation',
    start: start.toISOString(),
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email: `ann@${randomUUID().slice(0, 8)}.example`,
    idempotencyKey: randomUUID(),
    ...rest,
  })
}

function at(date: string, time: string): Date {
  const [moment] = instantsAt(date as CalendarDate, time as LocalTime, 'Asia/Kolkata' as TimeZone)
  return new Date(moment ?? Number.NaN)
}

/** A transaction that has done this and stays open until it is told to finish. */
async function holdUntilDone(act: (tx: Transaction) => Promise<unknown>) {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  let whole: Promise<unknown> = Promise.resolve()
  await new Promise<void>((begun) => {
    whole = db.$transaction(
      async (tx) => {
        await act(tx)
        begun()
        await ended
      },
      { timeout: 15_000 },
    )
  })
  const finish = () => {
    end()
    return whole
  }
  return { finish }
}

/** Until that many connections wait for a lock. */
async function untilWaiting(count: number) {
  await vi.waitFor(async () => {
    const [found] = await db.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`
    expect(found?.waiting).toBe(count)
  })
}
