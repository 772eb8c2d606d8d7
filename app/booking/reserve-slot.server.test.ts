import { randomUUID } from 'node:crypto'
import { addMinutes } from 'date-fns'
import * as fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadCalendar } from '#app/calendars/calendar.server.ts'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { offeredSlots } from '#app/calendars/offer.ts'
import { db } from '#app/db.server.ts'
import { instantsAt } from '#app/time/instants.ts'
import type { CalendarDate, LocalTime, TimeZone } from '#app/time/types.ts'
import { bookSlot } from './book-slot.server.ts'
import { bookingRequestSchema, type BookingRequest } from './booking.ts'
import { findHold, releaseHold } from './hold-rows.server.ts'
import { holderOf, newHoldToken } from './hold-token.server.ts'
import { rescheduleBooking } from './reschedule-booking.server.ts'
import { reserveSlot } from './reserve-slot.server.ts'

// Both first calendars are open from 11:00 to 20:00 in Kolkata; Tuesday 1 December 2026 is a working day.
const now = new Date('2026-11-30T06:00:00Z')
const noon = at('2026-12-01', '12:00')
const two = at('2026-12-01', '14:00')
const hiring = 'hiring-consultant'

beforeAll(loadFirstCalendars)
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
  await limitHost(null)
})

describe('holding a time', () => {
  test('keeps it for ten minutes by the database’s clock, without lead, person or letter', async () => {
    const ann = newVisitor()

    const outcome = await hold(ann, noon)

    const row = await db.booking.findFirstOrThrow({ include: { letters: true } })
    expect(row).toMatchObject({
      status: 'reserved',
      leadId: null,
      personId: null,
      startsAt: noon,
      letters: [],
    })
    expect(outcome).toMatchObject({ ok: true, value: { id: row.id, isLongest: false } })
    expect(Number(row.reservedUntil) - Number(row.createdAt)).toBe(10 * 60_000)
    expect(row.reservedBy).not.toBe(ann.token)
  })

  test('becomes the booking: the same row, host, reference and UID', async () => {
    const ann = newVisitor()
    await hold(ann, noon)
    const held = await db.booking.findFirstOrThrow()

    const booking = await book({ start: noon }, ann)

    expect(await db.booking.count()).toBe(1)
    expect(booking).toMatchObject({
      id: held.id,
      hostId: held.hostId,
      reference: held.reference,
      icsUid: held.icsUid,
      status: 'confirmed',
      reservedBy: null,
      reservedUntil: null,
      visitorName: 'Ann Example',
    })
  })

  test('is refused to others, and to their bookings', async () => {
    await hold(newVisitor(), noon, hiring)

    expect(await hold(newVisitor(), noon, hiring)).toEqual({ ok: false, reason: 'taken' })
    expect(await tryToBook({ start: noon, host: hiring })).toEqual({ ok: false, reason: 'taken' })
    expect((await tryToBook({ start: noon })).ok).toBe(true)
  })

  test('by fifty visitors at once is given to one', async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => hold(newVisitor(), noon, hiring)))

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db.booking.count()).toBe(1)
  }, 30_000)

  test('pressed twice at once is one reservation', async () => {
    const ann = newVisitor()

    const outcomes = await Promise.all([hold(ann, noon), hold(ann, noon), hold(ann, noon)])

    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(await db.booking.count()).toBe(1)
  })

  test('while others book the same time leaves one of them with it', async () => {
    const [held, booked] = await Promise.all([
      hold(newVisitor(), noon, hiring),
      tryToBook({ start: noon, host: hiring }),
    ])

    expect([held.ok, booked.ok].filter(Boolean)).toHaveLength(1)
    expect(await db.booking.count()).toBe(1)
  })

  test('goes to the host whose turn it is, and others’ reservations count in it', async () => {
    const first = await hold(newVisitor(), noon)
    const second = await hold(newVisitor(), two)

    expect(hostIdOf(second)).not.toBe(hostIdOf(first))
  })

  test('counts in a host’s limit', async () => {
    await limitHost(1)
    await hold(newVisitor(), noon, hiring)

    expect(await tryToBook({ start: two, host: hiring })).toEqual({ ok: false, reason: 'limit' })
  })

  test('does not count against whoever holds it', async () => {
    await limitHost(1)
    const ann = newVisitor()
    await hold(ann, noon, hiring)

    expect((await hold(ann, two, hiring)).ok).toBe(true)
    expect((await tryToBook({ start: two, host: hiring }, ann)).ok).toBe(true)
  })

  test('is no way around the notice, but the notice does not run out while the form is filled in', async () => {
    const fourHoursBefore = addMinutes(noon, -240)
    const ann = newVisitor()

    expect(await hold(ann, noon, undefined, addMinutes(fourHoursBefore, 1))).toEqual({
      ok: false,
      reason: 'notice',
    })
    await hold(ann, noon, undefined, fourHoursBefore)
    await age(5)
    const booked = await tryToBook({ start: noon }, ann, addMinutes(fourHoursBefore, 5))

    expect(booked.ok).toBe(true)
  })
})

describe('choosing another time', () => {
  test('lets the first one go', async () => {
    const ann = newVisitor()
    await hold(ann, noon)

    await hold(ann, two)

    expect(await startsHeld()).toEqual([two])
  })

  test('in a second tab leaves the first tab to book like anybody', async () => {
    const ann = newVisitor()
    await hold(ann, noon, hiring)
    await hold(ann, two, hiring)

    expect((await tryToBook({ start: noon, host: hiring }, ann)).ok).toBe(true)
    expect(await startsHeld()).toEqual([two])
  })

  test('that overlaps the first is not in its own way', async () => {
    const ann = newVisitor()
    await hold(ann, noon, hiring)
    await db.consultationType.updateMany({ data: { minutes: 60 } })

    const before = await hold(ann, at('2026-12-01', '11:30'), hiring)
    const booked = await tryToBook({ start: noon, host: hiring }, ann)

    await db.consultationType.updateMany({ data: { minutes: 30 } })
    expect([before.ok, booked.ok]).toEqual([true, true])
    expect(await db.booking.count()).toBe(1)
  })

  test('that is lost keeps the first', async () => {
    const ann = newVisitor()
    await hold(ann, noon, hiring)
    await book({ start: two, host: hiring })

    expect(await hold(ann, two, hiring)).toEqual({ ok: false, reason: 'taken' })
    expect(await startsHeld()).toEqual([noon])
  })

  test('in two tabs at once leaves one reservation', async () => {
    const ann = newVisitor()

    await Promise.all([hold(ann, noon), hold(ann, two), hold(ann, at('2026-12-01', '16:00'))])

    expect(await startsHeld()).toHaveLength(1)
  })
})

describe('holding it longer', () => {
  test('means ten minutes from then', async () => {
    const ann = newVisitor()
    await hold(ann, noon)
    await age(7)

    const kept = await hold(ann, noon)

    expect(kept.ok && Math.round(kept.value.leftMs / 1000)).toBe(600)
    expect(await db.booking.count()).toBe(1)
  })

  test('ends an hour after it was chosen', async () => {
    const ann = newVisitor()
    await hold(ann, noon)
    for (const minutes of [9, 9, 9, 9, 9, 9]) {
      await age(minutes)
      await hold(ann, noon)
    }

    const kept = await hold(ann, noon)

    expect(kept).toMatchObject({ ok: true, value: { isLongest: true } })
    expect(kept.ok && Math.round(kept.value.leftMs / 60_000)).toBe(6)
  })

  test('and letting go are for its holder alone', async () => {
    const [ann, eve] = [newVisitor(), newVisitor()]
    await hold(ann, noon, hiring)
    const before = await db.booking.findFirstOrThrow()

    await hold(eve, noon, hiring)
    await releaseHold(db, of(eve, noon))
    expect(await db.booking.findFirstOrThrow()).toEqual(before)

    await releaseHold(db, of(ann, noon))
    expect(await db.booking.count()).toBe(0)
  })

  test('never touches a booking', async () => {
    const ann = newVisitor()
    await hold(ann, noon)
    const booking = await book({ start: noon }, ann)

    await releaseHold(db, of(ann, noon))

    expect((await db.booking.findUniqueOrThrow({ where: { id: booking.id } })).status).toBe('confirmed')
  })
})

describe('a reservation that ran out', () => {
  test('holds nothing: its time is offered, and whoever takes it sweeps it away', async () => {
    await hold(newVisitor(), noon, hiring)
    await age(11)

    expect(await offered()).toContain(noon.getTime())
    expect((await tryToBook({ start: noon, host: hiring })).ok).toBe(true)
    expect(await db.booking.count()).toBe(1)
  })

  test('can be booked by its holder as long as nobody else has', async () => {
    const ann = newVisitor()
    await hold(ann, noon, hiring)
    await age(11)

    expect(await findHold(db, of(ann, noon))).toBeNull()
    expect((await tryToBook({ start: noon, host: hiring }, ann)).ok).toBe(true)
  })

  test('is lost to whoever was quicker', async () => {
    const ann = newVisitor()
    await hold(ann, noon, hiring)
    await age(11)
    await book({ start: noon, host: hiring })

    expect(await tryToBook({ start: noon, host: hiring }, ann)).toEqual({ ok: false, reason: 'taken' })
  })

  test('gives way to a booking that is moved there', async () => {
    const booking = await book({ start: two, host: hiring })
    await hold(newVisitor(), noon, hiring)
    const asked = { bookingId: booking.id, start: noon, by: 'visitor' as const }

    expect(await rescheduleBooking(asked, now)).toEqual({ ok: false, reason: 'taken' })
    await age(11)
    expect((await rescheduleBooking(asked, now)).ok).toBe(true)
    expect(await db.booking.count()).toBe(1)
  })

  test('can be held by somebody else', async () => {
    await hold(newVisitor(), noon, hiring)
    await age(11)

    expect((await hold(newVisitor(), noon, hiring)).ok).toBe(true)
    expect(await db.booking.count()).toBe(1)
  })
})

test('what is offered can be held, and nothing else, whoever holds what and however old it is', async () => {
  const halfHours = Array.from({ length: 20 }, (_, index) =>
    addMinutes(at('2026-12-01', '10:30'), index * 30),
  )
  const situation = fc.record({
    held: fc.array(fc.record({ start: fc.constantFrom(...halfHours), age: fc.constantFrom(0, 5, 11) }), {
      maxLength: 4,
    }),
    start: fc.constantFrom(...halfHours),
  })

  await fc.assert(
    fc.asyncProperty(situation, async ({ held, start }) => {
      await db.booking.deleteMany()
      for (const each of held) {
        await hold(newVisitor(), each.start)
        await age(each.age)
      }

      const isOffered = (await offered()).includes(start.getTime())
      const outcome = await hold(newVisitor(), start)

      expect(outcome.ok).toBe(isOffered)
    }),
    { numRuns: 40 },
  )
}, 60_000)

type Visitor = { token: string; heldBy: string }

function newVisitor(): Visitor {
  const token = newHoldToken()
  return { token, heldBy: holderOf(token) }
}

function of({ heldBy }: Visitor, start: Date) {
  return { heldBy, type: 'consultation', start }
}

function hold(visitor: Visitor, start: Date, host?: string, asked = now) {
  return reserveSlot({ ...of(visitor, start), host, timeZone: 'Europe/Berlin' }, asked)
}

/** As if so many minutes had passed since everything that is held was held. */
async function age(minutes: number) {
  await db.$executeRaw`
    UPDATE booking SET created_at = created_at - make_interval(mins => ${minutes}::int),
      reserved_until = reserved_until - make_interval(mins => ${minutes}::int)
    WHERE status = 'reserved'`
}

async function startsHeld() {
  const rows = await db.booking.findMany({ where: { status: 'reserved' } })
  return rows.map(({ startsAt }) => startsAt)
}

function hostIdOf(outcome: Awaited<ReturnType<typeof hold>>) {
  return outcome.ok ? outcome.value.hostId : outcome.reason
}

async function offered() {
  const span = { from: at('2026-12-01', '00:00').getTime(), until: at('2026-12-02', '00:00').getTime() }
  const calendar = await loadCalendar(db, { typeSlug: 'consultation', span })
  return calendar
    ? offeredSlots(calendar, { ...span, now: now.getTime() }).map(({ startsAt }) => startsAt)
    : []
}

async function limitHost(dailyLimit: number | null) {
  await db.host.update({ where: { slug: hiring }, data: { dailyLimit } })
}

function tryToBook(asked: Partial<BookingRequest>, visitor?: Visitor, when = now) {
  return bookSlot(request(asked), { now: when, heldBy: visitor?.heldBy })
}

async function book(asked: Partial<BookingRequest>, visitor?: Visitor) {
  const outcome = await tryToBook(asked, visitor)
  if (!outcome.ok) throw new Error(`Not booked: ${outcome.reason}`)
  return outcome.value.booking
}

function request({ start = noon, ...rest }: Partial<BookingRequest>): BookingRequest {
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
