import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import type { OutsideReason } from '#app/calendars/staff-offer.ts'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { instantsAt } from '#app/time/instants.ts'
import { storedDate } from '#app/time/stored-dates.ts'
import type { CalendarDate, LocalTime, TimeZone } from '#app/time/types.ts'
import { bookSlot } from './book-slot.server.ts'
import { bookingRequestSchema } from './booking.ts'

// The calendar is open on weekdays from 11:00 to 20:00 in Kolkata; Tuesday 1 December 2026 is a working day.
const now = new Date('2026-11-30T06:00:00Z')
const noon = at('2026-12-01', '12:00')
let asha: Viewer

beforeAll(async () => {
  await loadFirstCalendars()
  asha = await addStaff({ email: 'asha@firm.example', name: 'Asha Rao' })
})
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
  await db.closure.deleteMany()
  await db.host.updateMany({ data: { dailyLimit: null } })
})

test('the booking says who made it, the visitor’s letter is in their zone, and the host gets one', async () => {
  const outcome = await book(noon)

  expect(outcome).toMatchObject({ ok: true, value: { booking: { bookedById: asha.id, fromRequest: false } } })
  const booking = await db.booking.findFirstOrThrow({
    include: { letters: true, lead: { include: { events: { include: { actor: true } } } } },
  })
  expect(booking.lead?.events.map(({ kind, actor }) => `${kind} by ${actor?.name}`)).toEqual([
    'submitted by Asha Rao',
    'booked by Asha Rao',
  ])
  const letter = booking.letters.find(({ kind }) => kind === 'booking-confirmed')
  expect(letter?.props).toMatchObject({ when: { time: '07:30', zone: 'Berlin time' } })
  const notice = booking.letters.find(({ kind }) => kind === 'booking-notice')
  expect(notice?.props).toMatchObject({ by: 'staff' })
})

test('notice, the booking window and limits are for visitors', async () => {
  await db.host.updateMany({ data: { dailyLimit: 1 } })
  await book(noon)

  expect(await book(at('2026-12-01', '15:00'))).toMatchObject({ ok: true })
  expect(await book(at('2026-11-30', '12:30'))).toMatchObject({ ok: true })
  expect(await book(at('2027-06-01', '12:00'))).toMatchObject({ ok: true })
})

test.each<[OutsideReason, Date]>([
  ['hours', at('2026-12-01', '08:00')],
  ['hours', at('2026-12-05', '12:00')],
  ['grid', at('2026-12-01', '12:10')],
  ['closed', at('2026-12-02', '12:00')],
])('a time outside (%s) is refused until that very reason is put aside', async (reason, start) => {
  await db.closure.create({
    data: {
      from: storedDate(date('2026-12-02')),
      until: storedDate(date('2026-12-02')),
      name: 'Moving house',
    },
  })
  const another = reason === 'grid' ? 'hours' : 'grid'

  expect(await book(start)).toEqual({ ok: false, reason })
  expect(await book(start, another)).toEqual({ ok: false, reason })
  expect(await book(start, reason)).toMatchObject({ ok: true, value: { booking: { startsAt: start } } })
})

test('an overlap is refused whatever is put aside, also with another calendar', async () => {
  await book(noon)
  const host = await db.host.findUniqueOrThrow({ where: { slug: 'hiring-consultant' } })
  const calendar = await db.externalCalendar.create({
    data: { hostId: host.id, name: 'Private', url: 'https://calendar.example/secret.ics' },
  })
  await db.externalEvent.create({
    data: { calendarId: calendar.id, startsAt: at('2026-12-01', '08:00'), endsAt: at('2026-12-01', '09:00') },
  })

  expect(await book(noon)).toEqual({ ok: false, reason: 'taken' })
  expect(await book(at('2026-12-01', '12:10'), 'grid')).toEqual({ ok: false, reason: 'taken' })
  expect(await book(at('2026-12-01', '08:40'), 'hours')).toEqual({ ok: false, reason: 'taken' })
  await db.externalCalendar.deleteMany()
})

test('what is put aside for one host is nobody else’s day off', async () => {
  await book(noon, undefined, undefined, 'engineering-consultant')
  const hiring = await db.host.findUniqueOrThrow({ where: { slug: 'hiring-consultant' } })
  const day = storedDate(date('2026-12-01'))
  await db.timeOff.create({ data: { hostId: hiring.id, from: day, until: day } })

  // Hiring would be next in turn.
  const outcome = await book(at('2026-12-01', '08:00'), 'hours', undefined, null)

  await db.timeOff.deleteMany()
  expect(outcome).toMatchObject({
    ok: true,
    value: { booking: { host: { slug: 'engineering-consultant' } } },
  })
})

test('a time that has passed is refused whatever is put aside', async () => {
  expect(await book(at('2026-11-29', '12:00'), 'hours')).toEqual({ ok: false, reason: 'past' })
})

test('many at once outside the hours book once', async () => {
  const starts = Array.from({ length: 12 }, (_, i) => at('2026-12-01', `07:${10 + i}`))

  const outcomes = await Promise.all(starts.map((start) => book(start, 'hours')))

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a third booking for one address is not too many for staff', async () => {
  const email = 'ann@many.example'
  for (const time of ['12:00', '13:00', '14:00'])
    expect(await book(at('2026-12-01', time), undefined, email)).toMatchObject({ ok: true })
})

function book(
  start: Date,
  anyway?: OutsideReason,
  email = `ann@${randomUUID().slice(0, 8)}.example`,
  host: string | null = 'hiring-consultant',
) {
  const request = bookingRequestSchema.parse({
    type: 'consultation',
    ...(host && { host }),
    start: start.toISOString(),
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email,
    idempotencyKey: randomUUID(),
  })
  return bookSlot(request, { now, staff: { id: asha.id, anyway } })
}

function date(text: string) {
  return text as CalendarDate
}

function at(day: string, time: string): Date {
  const [moment] = instantsAt(date(day), time as LocalTime, 'Asia/Kolkata' as TimeZone)
  return new Date(moment ?? Number.NaN)
}
