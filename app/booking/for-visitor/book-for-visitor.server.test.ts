import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { db } from '#app/db.server.ts'
import { receiveLead } from '#app/leads/leads-fixture.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { bookForVisitor } from './book-for-visitor.server.ts'
import { loadNewBooking } from './load-new-booking.server.ts'
import { newBookingSchema, type NewBooking } from './new-booking.ts'

// Open on weekdays from 11:00 to 20:00 in Kolkata; Tuesday 1 December 2026 is a working day.
const now = new Date('2026-11-30T06:00:00Z')
let asha: Viewer
let ravi: Viewer
let reader: Viewer

beforeAll(async () => {
  await loadFirstCalendars()
  asha = await addStaff({ email: 'asha@firm.example', name: 'Asha Rao' })
  ravi = await addStaff({ email: 'ravi@firm.example' })
  reader = await addStaff({ email: 'rita@firm.example', role: 'read_only' })
})

test('it is attached to its lead, whoever comes', async () => {
  const { ref, leadId } = await receiveLead({ ownerId: asha.id, at: now })

  const outcome = await bookForVisitor(asha, form({ lead: ref, start: '2026-12-01T06:30:00Z' }), now)

  expect(outcome).toMatchObject({ ok: true, value: { booking: { leadId, bookedById: asha.id } } })
})

test('a lead of a colleague is not found, and who may only look may not book', async () => {
  const { ref } = await receiveLead({ ownerId: ravi.id, at: now })
  const start = '2026-12-01T07:30:00Z'

  await expect(bookForVisitor(asha, form({ lead: ref, start }), now)).rejects.toMatchObject({ status: 404 })
  await expect(loadNewBooking(asha, { lead: String(ref) }, now)).rejects.toMatchObject({ status: 404 })
  await expect(bookForVisitor(reader, form({ start }), now)).rejects.toMatchObject({ status: 403 })
  expect(await db.booking.count({ where: { startsAt: new Date(start) } })).toBe(0)
})

test('new details make a lead, and the same form twice books once', async () => {
  const sent = form({ start: '2026-12-01T08:30:00Z' })

  const [first, again] = [await bookForVisitor(asha, sent, now), await bookForVisitor(asha, sent, now)]

  expect(first).toMatchObject({ ok: true, value: { replayed: false, booking: { fromRequest: false } } })
  expect(again).toMatchObject({ ok: true, value: { replayed: true } })
  const lead = await db.lead.findFirstOrThrow({
    where: { person: { emails: { some: { email: sent.email } } } },
  })
  expect(lead.source).toBe('booking')
})

test('the key of one member of staff is not another’s', async () => {
  const sent = form({ start: '2026-12-01T09:30:00Z' })

  await bookForVisitor(asha, sent, now)
  const other = await bookForVisitor(ravi, { ...sent, start: new Date('2026-12-01T10:30:00Z') }, now)

  expect(other).toMatchObject({ ok: true, value: { replayed: false } })
})

test('the page is filled in from the lead, on the person’s clock, with times on both', async () => {
  const { ref, personId } = await receiveLead({ name: 'Dana Doe', email: 'dana@lead.example', at: now })
  await db.person.update({ where: { id: personId }, data: { timeZone: 'Asia/Tokyo' } })

  const page = await loadNewBooking(asha, { lead: String(ref), date: '2026-12-02' }, now)

  expect(page?.details).toMatchObject({ name: 'Dana Doe', email: 'dana@lead.example' })
  expect(page?.context.timeZone).toBe('Asia/Tokyo')
  expect(page?.times[0]).toMatchObject({ theirs: '14:30', other: '11:00' })
})

test('a time typed in outside the hours says so with a name; for whoever is next it says to choose', async () => {
  const typed = { on: '2026-12-02', at: '07:00', whose: 'host', tz: 'Europe/Berlin' }

  const named = await loadNewBooking(asha, { ...typed, host: 'hiring-consultant' }, now)
  const anybody = await loadNewBooking(asha, typed, now)

  expect(named?.chosen).toMatchObject({
    theirs: 'Wednesday 2 December, 02:30',
    outside: { reason: 'hours', button: 'Outside Hiring consultant’s hours: book anyway' },
    lost: null,
  })
  expect(anybody?.chosen).toMatchObject({
    outside: null,
    lost: { why: expect.stringContaining('choose whose') },
  })
})

test('what is taken is said with the nearest times', async () => {
  const start = '2026-12-03T06:30:00Z'
  await bookForVisitor(asha, form({ start, host: 'hiring-consultant' }), now)

  const page = await loadNewBooking(asha, { slot: start, host: 'hiring-consultant', tz: 'Asia/Kolkata' }, now)

  expect(page?.chosen?.lost?.nearby.map(({ words }) => words)).toContain('Thursday 3 December, 12:30')
})

test.each([
  { date: '9999-99-99' },
  { slot: 'x', on: '2026-13-01', at: '99:99' },
  { tz: '+05:30', type: 'no' },
])('nonsense in the address is no error: %o', async (query) => {
  expect(await loadNewBooking(asha, query, now)).toMatchObject({ context: { type: 'consultation' } })
})

function form(sent: { start: string; lead?: number; host?: string }): NewBooking {
  return newBookingSchema.parse({
    ...{ type: 'consultation', timeZone: 'Europe/Berlin', name: 'Ann Example' },
    ...{ email: `ann@${randomUUID().slice(0, 8)}.example`, key: randomUUID() },
    ...sent,
    lead: sent.lead === undefined ? undefined : String(sent.lead),
  })
}
