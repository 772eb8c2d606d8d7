import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { actOnClosures } from './closures-forms.server.ts'
import { listClosures, listInClosures } from './closures.server.ts'
import { comingDates } from './coming.server.ts'
import { actOnDates } from './dates-forms.server.ts'
import { bookAt, makeCalendar, offeredOn, posted } from './desk-fixture.server.ts'
import { getCalendar } from './find-calendar.server.ts'
import { listStanding } from './standing-bookings.server.ts'

// Monday 30 November 2026, 7:00 in Berlin; calendars are open from 9:00 to 12:00 on weekdays, for meetings of an hour.
const now = new Date('2026-11-30T06:00:00Z')
const today = '2026-11-30' as CalendarDate
const tuesday = '2026-12-01'
const saturday = '2026-12-05'
const wholeMorning = ['09:00', '10:00', '11:00']
let manager: Viewer
let cora: Viewer
let looker: Viewer

beforeAll(async () => {
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  cora = await addStaff({ email: 'cora@firm.example' })
  looker = await addStaff({ email: 'rita@firm.example', role: 'read_only' })
})

function act(slug: string, fields: Record<string, string>, viewer = manager) {
  return actOnDates(viewer, slug, today, posted(fields))
}

async function coming(slug: string) {
  const host = await getCalendar(manager, slug)
  const standing = await listStanding({ id: host.id }, now)
  return comingDates(host, await db.closure.findMany(), { today, standing }).flatMap(({ entries }) => entries)
}

test('hours of its own open a Saturday, and removing them closes it again', async () => {
  const calendar = await makeCalendar()
  const form = { intent: 'day', dayDate: saturday, dayHours: '10-12' }

  await act(calendar.slug, form)
  await act(calendar.slug, form)
  expect(await offeredOn(calendar, saturday, now)).toEqual(['10:00', '11:00'])
  expect(await coming(calendar.slug)).toMatchObject([
    { days: 'Sat 5 Dec', kind: 'Other hours', words: '10:00–12:00' },
  ])

  await act(calendar.slug, { intent: 'clear-day', date: saturday })
  await act(calendar.slug, { intent: 'clear-day', date: saturday })
  expect(await offeredOn(calendar, saturday, now)).toEqual([])
})

test('other hours replace those of the day, and “closed” closes it', async () => {
  const calendar = await makeCalendar()

  await act(calendar.slug, { intent: 'day', dayDate: tuesday, dayHours: '14-16, 9-10' })
  expect(await offeredOn(calendar, tuesday, now)).toEqual(['09:00', '14:00', '15:00'])

  await act(calendar.slug, { intent: 'day', dayDate: tuesday, dayHours: 'closed' })
  expect(await offeredOn(calendar, tuesday, now)).toEqual([])
  expect(await coming(calendar.slug)).toMatchObject([{ kind: 'Closed', words: 'No hours that day' }])
})

test('time off closes whole days, a double click adds it once, and removing it opens them', async () => {
  const calendar = await makeCalendar()
  const form = { intent: 'off', offFrom: tuesday, offUntil: '2026-12-02', offReason: 'Dentist' }

  await Promise.all([act(calendar.slug, form), act(calendar.slug, form)])

  const [off, ...more] = await db.timeOff.findMany({ where: { hostId: calendar.host.id } })
  expect(more).toEqual([])
  expect(await offeredOn(calendar, tuesday, now)).toEqual([])
  expect(await offeredOn(calendar, '2026-12-03', now)).toEqual(wholeMorning)
  expect(await coming(calendar.slug)).toMatchObject([{ days: 'Tue 1 – Wed 2 Dec', words: 'Dentist' }])

  await act(calendar.slug, { intent: 'remove-off', id: off?.id ?? '' })
  expect(await offeredOn(calendar, tuesday, now)).toEqual(wholeMorning)
})

test('part of a day off keeps the new meeting’s buffers clear of it', async () => {
  const calendar = await makeCalendar({}, { bufferAfterMinutes: 30 })

  await act(calendar.slug, { intent: 'off', offFrom: tuesday, offFromTime: '11.15', offUntilTime: '11:45' })

  // 10:00 and its buffer end at 11:30, inside the time off; 9:00 is clear of it.
  expect(await offeredOn(calendar, tuesday, now)).toEqual(['09:00'])
})

test('a time left empty is the beginning or the end of the day', async () => {
  const calendar = await makeCalendar()

  await act(calendar.slug, { intent: 'off', offFrom: tuesday, offUntilTime: '10' })
  await act(calendar.slug, { intent: 'off', offFrom: '2026-12-02', offFromTime: '11' })

  expect(await offeredOn(calendar, tuesday, now)).toEqual(['10:00', '11:00'])
  expect(await offeredOn(calendar, '2026-12-02', now)).toEqual(['09:00', '10:00'])
})

test('on a journey the hours are read on the clock there', async () => {
  const calendar = await makeCalendar()
  const form = { intent: 'travel', awayFrom: tuesday, awayUntil: '2026-12-02', awayZone: 'America/New_York' }

  await Promise.all([act(calendar.slug, form), act(calendar.slug, form)])

  expect(await offeredOn(calendar, tuesday, now)).toEqual(['15:00', '16:00', '17:00'])
  expect(await offeredOn(calendar, '2026-12-03', now)).toEqual(wholeMorning)
  expect(await coming(calendar.slug)).toMatchObject([
    { days: 'Tue 1 – Wed 2 Dec', kind: 'Travel', words: 'Hours are read as New York time' },
  ])
})

test('nobody is in two places: a journey that shares a day with another is refused', async () => {
  const calendar = await makeCalendar()
  await act(calendar.slug, {
    intent: 'travel',
    awayFrom: tuesday,
    awayUntil: '2026-12-04',
    awayZone: 'America/New_York',
  })

  const second = await act(calendar.slug, {
    intent: 'travel',
    awayFrom: '2026-12-04',
    awayZone: 'Asia/Tokyo',
  })

  expect(second).toMatchObject({
    ok: false,
    refused: {
      errors: {
        awayFrom: [
          'On some of these days there is another journey. Remove that one first, or choose other days.',
        ],
      },
    },
  })
  expect(await db.travel.count({ where: { hostId: calendar.host.id } })).toBe(1)
})

test('a public holiday closes, a worked one opens, and taking it off closes it again', async () => {
  const calendar = await makeCalendar({ region: 'DE' })
  const goodFriday = '2027-03-26'
  expect(await offeredOn(calendar, goodFriday, now)).toEqual([])

  await act(calendar.slug, { intent: 'work', date: goodFriday })
  await act(calendar.slug, { intent: 'work', date: goodFriday })
  expect(await offeredOn(calendar, goodFriday, now)).toEqual(wholeMorning)
  expect(await coming(calendar.slug)).toContainEqual(
    expect.objectContaining({ days: 'Fri 26 Mar', kind: 'Works that day', words: 'Good Friday' }),
  )

  await act(calendar.slug, { intent: 'rest', date: goodFriday })
  expect(await offeredOn(calendar, goodFriday, now)).toEqual([])
})

test('bookings in time that was closed afterwards are named with the reason, and their entry counts them', async () => {
  const calendar = await makeCalendar()
  const first = await bookAt(calendar, tuesday, '11:00')
  const second = await bookAt(calendar, '2026-12-02', '09:00')
  await bookAt(calendar, '2026-12-03', '09:00')

  await act(calendar.slug, { intent: 'off', offFrom: tuesday, offFromTime: '11:30', offUntilTime: '13' })
  await act(calendar.slug, { intent: 'day', dayDate: '2026-12-02', dayHours: '10-12' })

  const standing = await listStanding({ id: calendar.host.id }, now)
  expect(standing.map(({ reference, closedBy }) => [reference, closedBy])).toEqual([
    [first.reference, 'time-off'],
    [second.reference, 'day'],
  ])
  expect((await coming(calendar.slug)).map(({ kind, standing: inside }) => [kind, inside])).toEqual([
    ['Time off', 1],
    ['Other hours', 1],
  ])
})

test('what is over is not shown, and cancelled bookings stand nowhere', async () => {
  const calendar = await makeCalendar()
  const booking = await bookAt(calendar, tuesday, '11:00')
  await db.booking.update({
    where: { id: booking.id },
    data: { status: 'cancelled', cancelledAt: now, cancelledBy: 'staff' },
  })
  const past = { from: new Date('2026-11-02'), until: new Date('2026-11-03') }
  await db.timeOff.create({ data: { hostId: calendar.host.id, ...past } })

  await act(calendar.slug, { intent: 'off', offFrom: '2026-11-20', offUntil: tuesday })

  expect((await coming(calendar.slug)).map(({ days }) => days)).toEqual(['Fri 20 Nov – Tue 1 Dec'])
  expect(await listStanding({ id: calendar.host.id }, now)).toEqual([])
})

test.each([
  [{ intent: 'off' }, 'offFrom', 'Choose a date.'],
  [{ intent: 'off', offFrom: '2026-02-30' }, 'offFrom', 'Choose a date.'],
  [
    { intent: 'off', offFrom: tuesday, offUntil: '2026-11-30' },
    'offUntil',
    'The last day lies before the first one.',
  ],
  [
    { intent: 'off', offFrom: tuesday, offUntil: '2036-12-01' },
    'offUntil',
    'Choose a day within the next five years.',
  ],
  [
    { intent: 'off', offFrom: tuesday, offUntil: '2029-01-01' },
    'offUntil',
    'Two years at a time are the most.',
  ],
  [{ intent: 'off', offFrom: tuesday, offFromTime: 'lunch' }, 'offFromTime', 'Write a time like 14:30.'],
  [
    { intent: 'off', offFrom: tuesday, offFromTime: '14', offUntilTime: '13' },
    'offUntilTime',
    'This ends before it begins. Choose a later time or a later last day.',
  ],
  [
    { intent: 'off', offFrom: tuesday, offReason: 'x'.repeat(201) },
    'offReason',
    'Use 200 characters or fewer.',
  ],
  [
    { intent: 'day', dayDate: '2026-11-29', dayHours: '9-10' },
    'dayDate',
    'This is over already. Choose a day from today on.',
  ],
  [{ intent: 'day', dayDate: tuesday, dayHours: '' }, 'dayHours', 'Write the hours, or “closed”.'],
  [
    { intent: 'travel', awayFrom: tuesday, awayZone: '+05:30' },
    'awayZone',
    'Choose a time zone from the list.',
  ],
])('%j is refused at %s: %s', async (fields, field, message) => {
  const calendar = await makeCalendar()

  const outcome = await act(calendar.slug, fields)

  expect(outcome).toMatchObject({
    ok: false,
    refused: { intent: fields.intent, errors: { [field]: [message] } },
  })
  expect(await offeredOn(calendar, tuesday, now)).toEqual(wholeMorning)
})

test('consultants change their own dates only, readers none, and ids of another calendar do nothing', async () => {
  const own = await makeCalendar({ staffId: cora.id })
  const other = await makeCalendar()
  const off = { intent: 'off', offFrom: tuesday }
  await act(other.slug, off)
  const [foreign] = await db.timeOff.findMany({ where: { hostId: other.host.id } })

  expect(await act(own.slug, off, cora)).toMatchObject({ ok: true })
  await act(own.slug, { intent: 'remove-off', id: foreign?.id ?? '' }, cora)
  await expect(act(other.slug, off, cora)).rejects.toMatchObject({ status: 404 })
  await expect(act(own.slug, off, looker)).rejects.toMatchObject({ status: 403 })
  await expect(act(own.slug, { intent: 'remove-off', id: 'x' }, cora)).rejects.toMatchObject({ status: 400 })
  await expect(act(own.slug, {}, cora)).rejects.toMatchObject({ status: 400 })
  expect(await db.timeOff.count({ where: { hostId: other.host.id } })).toBe(1)
})

test('a closure closes every calendar, says which bookings lie in it, and goes again', async () => {
  const calendar = await makeCalendar({ staffId: null })
  const booking = await bookAt(calendar, '2026-12-08', '10:00')
  const form = { intent: 'add', name: 'Retreat', from: '2026-12-08', until: '2026-12-09' }

  await Promise.all([1, 2].map(() => actOnClosures(manager, today, posted(form))))

  const closures = await listClosures(today)
  expect(closures).toMatchObject([{ name: 'Retreat', from: '2026-12-08', until: '2026-12-09' }])
  expect(await offeredOn(calendar, '2026-12-08', now)).toEqual([])
  expect(await listInClosures(manager, closures, now)).toMatchObject([{ reference: booking.reference }])
  expect(await listInClosures(cora, closures, now)).toEqual([])

  await actOnClosures(manager, today, posted({ intent: 'remove', id: closures[0]?.id ?? '' }))
  expect(await offeredOn(calendar, '2026-12-08', now)).toEqual(['09:00', '11:00'])
})

test('only admins and managers close the company, and only on days that make sense', async () => {
  const form = { intent: 'add', name: 'Retreat', from: '2026-12-20', until: '2026-12-10' }

  expect(await actOnClosures(manager, today, posted(form))).toMatchObject({
    refused: { errors: { until: ['The last day lies before the first one.'] } },
  })
  for (const viewer of [cora, looker]) {
    const sensible = posted({ ...form, until: '' })
    await expect(actOnClosures(viewer, today, sensible)).rejects.toMatchObject({ status: 403 })
  }
  expect(await listClosures(today)).toEqual([])
})
