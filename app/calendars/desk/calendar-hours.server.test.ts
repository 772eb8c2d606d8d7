import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { bookAt, makeCalendar, offeredOn, posted } from './desk-fixture.server.ts'
import { getCalendar } from './find-calendar.server.ts'
import { actOnHours } from './hours-forms.server.ts'
import { listStanding } from './standing-bookings.server.ts'

// Monday 30 November 2026, 7:00 in Berlin; the calendar is open from 9:00 to 12:00 on weekdays.
const now = new Date('2026-11-30T06:00:00Z')
const saturday = '2026-12-05'
const week = {
  ...{ intent: 'save', version: '1' },
  name: 'Working hours',
  mon: '',
  tue: '',
  wed: '',
  thu: '',
  fri: '',
  sat: '',
  sun: '',
}
let manager: Viewer
let cora: Viewer
let looker: Viewer

beforeAll(async () => {
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  cora = await addStaff({ email: 'cora@firm.example' })
  looker = await addStaff({ email: 'rita@firm.example', role: 'read_only' })
})

async function calendarOf(viewer: Viewer | null = null) {
  const calendar = await makeCalendar({ staffId: viewer?.id ?? null })
  return { ...calendar, scheduleId: calendar.host.schedules[0]?.id ?? '' }
}

function act(viewer: Viewer, slug: string, schedule: string, fields: Record<string, string>) {
  return actOnHours(viewer, slug, schedule, posted(fields))
}

test('a week as it is typed is what visitors are offered, and the same again changes nothing', async () => {
  const calendar = await calendarOf()
  const typed = { ...week, tue: '13-15, 9-10', sat: '10:00 – 12:00' }

  await act(manager, calendar.slug, calendar.scheduleId, typed)
  await act(manager, calendar.slug, calendar.scheduleId, typed)

  expect(await offeredOn(calendar, '2026-12-01', now)).toEqual(['09:00', '13:00', '14:00'])
  expect(await offeredOn(calendar, '2026-12-02', now)).toEqual([])
  expect(await offeredOn(calendar, saturday, now)).toEqual(['10:00', '11:00'])
  expect(await db.weeklyHours.count({ where: { scheduleId: calendar.scheduleId } })).toBe(3)
})

test('of two who save one week at once the second is told, with what they typed', async () => {
  const calendar = await calendarOf()

  const outcomes = await Promise.all(
    ['9-10', '10-11'].map((tue) => act(manager, calendar.slug, calendar.scheduleId, { ...week, tue })),
  )

  const [late] = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refused]))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(late).toMatchObject({ isLate: true, errors: {}, typed: { tue: outcomes[0]?.ok ? '10-11' : '9-10' } })
  expect(await offeredOn(calendar, '2026-12-01', now)).toEqual([outcomes[0]?.ok ? '09:00' : '10:00'])
})

test('a night is two ranges that touch, and a meeting may lie across midnight', async () => {
  const calendar = await calendarOf()

  await act(manager, calendar.slug, calendar.scheduleId, { ...week, tue: '22:30-24', wed: '0-1:30' })

  expect(await offeredOn(calendar, '2026-12-01', now)).toEqual(['22:30', '23:30'])
  expect(await offeredOn(calendar, '2026-12-02', now)).toEqual(['00:30'])
})

test('hours that cannot be read are refused at their day, and nothing changes', async () => {
  const calendar = await calendarOf()

  const outcome = await act(manager, calendar.slug, calendar.scheduleId, {
    ...week,
    mon: 'mornings',
    fri: '9-12, 11-13',
    name: 'Mornings',
  })

  expect(outcome).toMatchObject({
    ok: false,
    refused: {
      errors: {
        mon: ['“mornings” is no range. Write hours like 09:00–12:30, 13:30–17:00.'],
        fri: ['09:00–12:00 and 11:00–13:00 overlap. Write one longer range, or end the first sooner.'],
      },
      typed: { mon: 'mornings', name: 'Mornings' },
    },
  })
  expect(await offeredOn(calendar, '2026-12-01', now)).toEqual(['09:00', '10:00', '11:00'])
})

test('a second schedule begins as a copy, once for one form, and counts for the type that chooses it', async () => {
  const calendar = await calendarOf()
  const key = randomUUID()
  const form = { intent: 'add', key, newName: 'Evenings', copyOf: calendar.scheduleId }

  const outcomes = await Promise.all([1, 2].map(() => act(manager, calendar.slug, calendar.scheduleId, form)))
  await act(manager, calendar.slug, key, { ...week, name: 'Evenings', tue: '18-20' })
  expect(await offeredOn(calendar, '2026-12-01', now)).toEqual(['09:00', '10:00', '11:00'])
  await db.typeHost.updateMany({ where: { typeId: calendar.typeId }, data: { scheduleId: key } })

  expect(outcomes).toEqual([1, 2].map(() => ({ ok: true, next: { done: 'added', schedule: key } })))
  expect(await offeredOn(calendar, '2026-12-01', now)).toEqual(['18:00', '19:00'])
  expect(await db.schedule.count({ where: { hostId: calendar.host.id } })).toBe(2)
})

test('the default schedule and one that a type uses stay; another goes, and twice is once', async () => {
  const calendar = await calendarOf()
  const key = randomUUID()
  await act(manager, calendar.slug, calendar.scheduleId, { intent: 'add', key, newName: 'Evenings' })
  await db.typeHost.updateMany({ where: { typeId: calendar.typeId }, data: { scheduleId: key } })
  const remove = { intent: 'remove' }

  expect(await act(manager, calendar.slug, calendar.scheduleId, remove)).toMatchObject({
    refused: { errors: { '': ['This is the default schedule. Make another one the default first.'] } },
  })
  expect(await act(manager, calendar.slug, key, remove)).toMatchObject({
    refused: {
      errors: { '': ['A type of consultation uses this schedule. Choose another one there first.'] },
    },
  })
  await db.typeHost.updateMany({ where: { typeId: calendar.typeId }, data: { scheduleId: null } })
  expect(await act(manager, calendar.slug, key, remove)).toMatchObject({ ok: true })
  expect(await act(manager, calendar.slug, key, remove)).toMatchObject({ ok: true })
  expect((await getCalendar(manager, calendar.slug)).schedules).toHaveLength(1)
})

test('another default counts at once for types that name none', async () => {
  const calendar = await calendarOf()
  const key = randomUUID()
  await act(manager, calendar.slug, calendar.scheduleId, { intent: 'add', key, newName: 'None' })

  await Promise.all([1, 2].map(() => act(manager, calendar.slug, key, { intent: 'default' })))

  expect(await offeredOn(calendar, '2026-12-01', now)).toEqual([])
  expect(
    (await getCalendar(manager, calendar.slug)).schedules.filter(({ isDefault }) => isDefault),
  ).toHaveLength(1)
})

test('two schedules of one calendar have two names', async () => {
  const calendar = await calendarOf()
  const key = randomUUID()
  const add = { intent: 'add', key, newName: 'Working hours' }

  expect(await act(manager, calendar.slug, calendar.scheduleId, add)).toMatchObject({
    refused: { errors: { newName: ['This calendar has a schedule of that name. Choose another name.'] } },
  })
  await act(manager, calendar.slug, calendar.scheduleId, { ...add, newName: 'Evenings' })
  expect(await act(manager, calendar.slug, key, week)).toMatchObject({
    refused: { errors: { name: ['This calendar has a schedule of that name. Choose another name.'] } },
  })
})

test('consultants change their own hours only, readers none, and no form reaches another calendar', async () => {
  const own = await calendarOf(cora)
  const other = await calendarOf()

  expect(await act(cora, own.slug, own.scheduleId, { ...week, tue: '9-10' })).toMatchObject({ ok: true })
  expect(await act(cora, own.slug, other.scheduleId, week)).toMatchObject({
    refused: { errors: { '': ['A colleague removed this schedule meanwhile.'] } },
  })
  await expect(act(cora, other.slug, other.scheduleId, week)).rejects.toMatchObject({ status: 404 })
  await expect(act(looker, own.slug, own.scheduleId, week)).rejects.toMatchObject({ status: 403 })
  await expect(act(cora, own.slug, own.scheduleId, { intent: 'guess' })).rejects.toMatchObject({
    status: 400,
  })
  expect(await offeredOn(other, '2026-12-01', now)).toEqual(['09:00', '10:00', '11:00'])
})

test('a booking that lies outside the new hours is named until it is moved', async () => {
  const calendar = await calendarOf()
  const booking = await bookAt(calendar, '2026-12-01', '11:00')
  expect(await listStanding({ id: calendar.host.id }, now)).toEqual([])

  await act(manager, calendar.slug, calendar.scheduleId, { ...week, tue: '9-11' })

  expect(await listStanding({ id: calendar.host.id }, now)).toMatchObject([
    { reference: booking.reference, visitor: 'Dana Doe', closedBy: 'hours', dates: ['2026-12-01'] },
  ])
})
