import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { CalendarMonth } from '#app/time/calendar-dates.ts'
import type { CalendarDate, TimeZone } from '#app/time/types.ts'
import { listAway } from './away.server.ts'
import { makeCalendar, posted } from './desk/desk-fixture.server.ts'
import { actOnDates } from './desk/dates-forms.server.ts'

const now = new Date('2026-11-30T06:00:00Z')
const today = '2026-11-30' as CalendarDate
const december = '2026-12' as CalendarMonth
type Calendar = Awaited<ReturnType<typeof makeCalendar>>
let manager: Viewer

beforeAll(async () => {
  manager = await addStaff({ email: 'away@firm.example', role: 'manager' })
})

function takeOff({ slug }: Calendar, fields: Record<string, string>) {
  const days = { offFrom: '2026-12-01', offUntil: '2026-12-04' }
  return actOnDates(manager, slug, today, posted({ intent: 'off', ...days, ...fields }))
}

function told({ slug }: Calendar, month = december, at = now) {
  return listAway({ slug, timeZone: 'Europe/Berlin' as TimeZone }, slug, { month, now: at })
}

/** Another host of the same type. */
async function colleagueOf({ typeId }: Calendar, name: string): Promise<string> {
  const { slug, host } = await makeCalendar({ name })
  await db.typeHost.create({ data: { typeId, hostId: host.id } })
  return slug
}

test('visitors are told what was written for them, and who stands in', async () => {
  const calendar = await makeCalendar()
  const colleague = await colleagueOf(calendar, 'Noor Example')

  await takeOff(calendar, {
    offReason: 'Surgery',
    offPublicReason: 'Back on Monday.',
    offColleague: colleague,
  })

  expect(await told(calendar)).toEqual([
    {
      days: 'Tue 1 – Fri 4 Dec',
      reason: 'Back on Monday.',
      colleague: { slug: colleague, name: 'Noor Example' },
    },
  ])
})

test('time off with nothing for visitors tells them nothing', async () => {
  const calendar = await makeCalendar()

  await takeOff(calendar, { offReason: 'Surgery' })

  expect(await told(calendar)).toEqual([])
})

test('it is told in every month that it touches, until its last day is over', async () => {
  const calendar = await makeCalendar()
  await takeOff(calendar, { offFrom: '2026-11-30', offUntil: '2026-12-02', offPublicReason: 'Moving house.' })
  const ofMonth = async (month: string, at = '2026-11-30T06:00:00Z') =>
    (await told(calendar, month as CalendarMonth, new Date(at))).length

  expect([await ofMonth('2026-11'), await ofMonth('2026-12'), await ofMonth('2027-01')]).toEqual([1, 1, 0])
  expect([
    await ofMonth('2026-12', '2026-12-02T22:59:00Z'),
    await ofMonth('2026-12', '2026-12-02T23:00:00Z'),
  ]).toEqual([1, 0])
})

test('a colleague who does not hold these meetings, or no longer takes any, is not offered', async () => {
  const calendar = await makeCalendar()
  const elsewhere = await makeCalendar({ name: 'Elsa Example' })
  const leaver = await colleagueOf(calendar, 'Lee Example')
  await takeOff(calendar, { offColleague: elsewhere.slug, offPublicReason: 'Away.' })
  await takeOff(calendar, { offFrom: '2026-12-02', offColleague: leaver })

  await db.host.update({ where: { slug: leaver }, data: { active: false } })

  expect(await told(calendar)).toEqual([{ days: 'Tue 1 – Fri 4 Dec', reason: 'Away.', colleague: null }])
})

test('nobody stands in for themselves, nor does anybody who cannot be booked', async () => {
  const calendar = await makeCalendar()
  const former = await makeCalendar({ active: false })

  for (const offColleague of [calendar.slug, former.slug, 'nobody', '../x'])
    expect(await takeOff(calendar, { offColleague, offPublicReason: 'Away.' })).toMatchObject({
      refused: {
        errors: { offColleague: [expect.stringContaining('cannot be booked')] },
        typed: { offPublicReason: 'Away.' },
      },
    })
  expect(await db.timeOff.count({ where: { hostId: calendar.host.id } })).toBe(0)
  await expect(
    db.timeOff.create({
      data: {
        hostId: calendar.host.id,
        colleagueId: calendar.host.id,
        from: new Date('2026-12-01'),
        until: new Date('2026-12-01'),
      },
    }),
  ).rejects.toThrow(/time_off_colleague/)
})
