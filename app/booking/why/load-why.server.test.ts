import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { storedDate } from '#app/time/stored-dates.ts'
import type { CalendarDate, TimeZone } from '#app/time/types.ts'
import { bookSlot } from '../book-slot.server.ts'
import { bookingRequestSchema } from '../booking.ts'
import { listChoices, loadWhy, pairAsked } from './load-why.server.ts'

// Open on weekdays from 11:00 to 20:00 in Kolkata; Tuesday 1 December 2026 is a working day. Noon there is 06:30 UTC.
const now = new Date('2026-11-30T06:00:00Z')
const tuesday = '2026-12-01' as CalendarDate
const noon = new Date('2026-12-01T06:30:00Z')
let manager: Viewer
let asha: Viewer
let ravi: Viewer
let hostId: string

beforeAll(async () => {
  await loadFirstCalendars()
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  asha = await addStaff({ email: 'asha@firm.example' })
  ravi = await addStaff({ email: 'ravi@firm.example' })
  const host = await db.host.update({ where: { slug: 'hiring-consultant' }, data: { staffId: asha.id } })
  await db.host.update({ where: { slug: 'engineering-consultant' }, data: { staffId: ravi.id } })
  hostId = host.id
})
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
  await db.closure.deleteMany()
  await db.timeOff.deleteMany()
  await db.dayOverride.deleteMany()
  await db.externalCalendar.deleteMany()
  await db.host.updateMany({ data: { dailyLimit: null, region: null } })
  await db.consultationType.updateMany({ data: { active: true } })
})

test('a working day: hours by the schedule’s name, and every half hour offered', async () => {
  const { rows, summary, timeZone } = await why(manager)

  expect(timeZone).toBe('Asia/Kolkata')
  expect(summary).toBe('18 of 18 times are offered.')
  expect(rows[0]).toMatchObject({
    time: '00:00–11:00',
    answer: 'Outside the hours',
    causes: [
      {
        words: 'The hours of the schedule “Working hours”.',
        href: '/staff/calendars/hiring-consultant/hours',
      },
    ],
  })
  expect(rows.at(-1)).toMatchObject({ time: '20:00–24:00' })
})

test('the visitor’s clock stands beside', async () => {
  const { rows } = await why(manager, { visitorZone: 'Pacific/Auckland' as TimeZone })

  expect(rows.find(({ time }) => time === '12:00')).toMatchObject({ visitorTime: '19:30' })
  expect(rows.find(({ time }) => time === '17:00')).toMatchObject({ visitorTime: 'Wed 2 Dec, 00:30' })
})

test('a booking is named to those who may see its lead; who may not look into a calendar finds none', async () => {
  const reference = await book()
  await db.lead.updateMany({ data: { ownerId: ravi.id } })
  const host = { host: 'hiring-consultant' }

  expect(causesAt(await why(manager, host), '12:00')).toEqual([
    { words: `Taken by ${reference} with Ann Example, 12:00–12:30.`, href: `/staff/bookings/${reference}` },
  ])
  // Asha holds the consultation, so the lead is hers to see; Ravi may not look into her calendar at all.
  expect(causesAt(await why(asha, host), '12:00')[0]?.words).toContain('Ann Example')
  await expect(why(ravi, host)).rejects.toMatchObject({ status: 404 })
})

test('an event of another calendar, part of a day off and a full day are named', async () => {
  const calendar = await db.externalCalendar.create({
    data: { hostId, name: 'Family', url: 'https://calendar.example/secret.ics' },
  })
  await db.externalEvent.create({
    data: { calendarId: calendar.id, startsAt: noon, endsAt: new Date(noon.getTime() + 1_800_000) },
  })
  await db.timeOff.create({
    data: {
      ...{ hostId, from: storedDate(tuesday), until: storedDate(tuesday), reason: 'Dentist' },
      ...{ fromTime: '15:00', untilTime: '15:30' },
    },
  })

  const page = await why(manager)

  expect(causesAt(page, '12:00')).toEqual([
    {
      words: 'Taken by an event of the calendar “Family”, 12:00–12:30.',
      href: '/staff/calendars/hiring-consultant/feeds',
    },
  ])
  expect(causesAt(page, '15:00')[0]?.words).toBe('Taken by time off, 15:00–15:30 (Dentist).')

  await book(new Date('2026-12-01T12:30:00Z'))
  await db.host.update({ where: { id: hostId }, data: { dailyLimit: 1 } })
  expect(causesAt(await why(manager), '13:00')).toEqual([
    {
      words: 'Hiring consultant holds at most 1 meeting a day, and as many stand that day.',
      href: '/staff/calendars/hiring-consultant',
    },
  ])
})

test('notice, window and the past are said with what they are', async () => {
  const today = await why(manager, { date: '2026-11-30' as CalendarDate })
  const far = await why(manager, { date: '2027-02-02' as CalendarDate })

  expect(today.rows.find(({ time }) => time === '11:00')?.answer).toBe('Passed')
  expect(causesAt(today, '12:00')[0]?.words).toBe('Visitors book at least 4 hours ahead.')
  expect(causesAt(far, '12:00')[0]?.words).toBe('It can be booked for 30 days, today included.')
})

test.each([
  ['The firm is closed: Moving house.', '/staff/closures', closure],
  ['Hiring consultant is off: Wedding.', '/staff/calendars/hiring-consultant/dates', dayOff],
  ['This date was closed by hand.', '/staff/calendars/hiring-consultant/dates', closedByHand],
])('a shut day says: %s', async (words, href, shut) => {
  await shut()

  const { rows } = await why(manager)

  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ time: '00:00–24:00', answer: 'Closed', causes: [{ words, href }] })
})

test('a public holiday is named', async () => {
  await db.host.update({ where: { id: hostId }, data: { region: 'IN' } })

  const { rows } = await why(manager, { date: '2027-01-26' as CalendarDate })

  expect(rows[0]).toMatchObject({ answer: 'Closed', causes: [{ words: 'Public holiday: Republic Day.' }] })
})

test('what is switched off or not held offers nothing and says so', async () => {
  await db.consultationType.updateMany({ data: { active: false } })

  expect((await why(manager)).notes).toEqual([
    { words: '“Free consultation” is switched off for visitors.', href: '/staff/types/consultation' },
  ])
})

test('a consultant chooses among their own calendars, and nonsense is not found', async () => {
  expect((await listChoices(ravi)).hosts.map(({ slug }) => slug)).toEqual(['engineering-consultant'])
  expect((await listChoices(manager)).hosts).toHaveLength(2)
  await expect(why(manager, { type: 'no-such-type' })).rejects.toMatchObject({ status: 404 })
})

function why(viewer: Viewer, asked: Partial<Parameters<typeof loadWhy>[1]> = {}) {
  const usual = { type: 'consultation', host: 'hiring-consultant', date: tuesday, visitorZone: null, now }
  return loadWhy(viewer, { ...usual, ...asked })
}

function causesAt({ rows }: Awaited<ReturnType<typeof loadWhy>>, time: string) {
  return rows.find((row) => row.time === time)?.causes ?? []
}

async function book(start = noon): Promise<string> {
  const request = bookingRequestSchema.parse({
    ...{ host: 'hiring-consultant', start: start.toISOString(), timeZone: 'Europe/Berlin' },
    ...{ name: 'Ann Example', email: `${randomUUID()}@acme.example`, idempotencyKey: randomUUID() },
  })
  const outcome = await bookSlot(request, { now })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.booking.reference
}

const day = { from: storedDate(tuesday), until: storedDate(tuesday) }

function closure() {
  return db.closure.create({ data: { ...day, name: 'Moving house' } })
}

function dayOff() {
  return db.timeOff.create({ data: { ...day, hostId, reason: 'Wedding' } })
}

function closedByHand() {
  return db.dayOverride.create({ data: { hostId, date: storedDate(tuesday) } })
}

test('where nothing is said, a type and a calendar that belong together are explained', () => {
  const type = (slug: string) => ({ slug, name: slug, active: true })
  const host = (slug: string, ...holds: string[]) => ({ ...type(slug), timeZone: 'UTC', holds })
  const choices = {
    types: [type('call'), type('review')],
    hosts: [host('asha', 'review'), host('noor', 'call', 'review'), host('ravi')],
  }

  expect(pairAsked({}, choices)).toEqual({ type: 'call', host: 'noor' })
  expect(pairAsked({ host: 'asha' }, choices)).toEqual({ type: 'review', host: 'asha' })
  expect(pairAsked({ type: 'review' }, choices)).toEqual({ type: 'review', host: 'asha' })
  expect(pairAsked({ host: 'ravi' }, choices)).toEqual({ type: 'call', host: 'ravi' })
  expect(pairAsked({ type: 'call', host: 'asha' }, choices)).toEqual({ type: 'call', host: 'asha' })
  expect(pairAsked({}, { types: [], hosts: [] })).toEqual({ type: undefined, host: undefined })
})
