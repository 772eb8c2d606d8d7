import { addMinutes } from 'date-fns'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { readBookingFilter } from './booking-filter.ts'
import { at, book, engineering, noon, now, staffTheDesk, type Desk } from './desk-fixture.server.ts'
import { countToMark, listBookings } from './list-bookings.server.ts'
import { loadWeek } from './load-week.server.ts'

let desk: Desk
beforeAll(async () => {
  desk = await staffTheDesk()
  await book({ name: 'Own Olga', ownerId: desk.carl.id })
  await book({
    name: 'Other Otto',
    ownerId: desk.carl.id,
    host: engineering,
    start: at('2026-12-02', '12:00'),
  })
})

async function namesFor(viewer: Desk['admin'], query = '', when = now): Promise<string[]> {
  const { bookings } = await listBookings(viewer, readBookingFilter(new URLSearchParams(query)), when)
  return bookings.map(({ visitorName }) => visitorName)
}

test('a consultant’s list holds the bookings of their leads and of their calendar, in order', async () => {
  expect(await namesFor(desk.manager)).toEqual(['Own Olga', 'Other Otto'])
  expect(await namesFor(desk.reader)).toEqual(['Own Olga', 'Other Otto'])
  expect(await namesFor(desk.carl)).toEqual(['Own Olga', 'Other Otto'])
  expect(await namesFor(desk.cora)).toEqual(['Own Olga'])
})

test('what has begun waits to be marked', async () => {
  const begun = addMinutes(noon, 1)

  expect(await namesFor(desk.manager, 'show=to-mark', begun)).toEqual(['Own Olga'])
  expect(await countToMark(desk.colin, readBookingFilter(new URLSearchParams()), begun)).toBe(0)
})

test('the search looks through names, whatever signs are typed', async () => {
  expect(await namesFor(desk.manager, 'q=olga')).toEqual(['Own Olga'])
  expect(await namesFor(desk.manager, 'q=%25')).toEqual([])
  expect(await namesFor(desk.manager, `host=${engineering}`)).toEqual(['Other Otto'])
})

test('in the week somebody else’s booking is busy time without a name', async () => {
  const asked = { monday: '2026-11-30' as CalendarDate, slug: undefined }

  const { week } = await loadWeek(desk.cora, asked, now)

  const told = week.days.flatMap(({ blocks }) => blocks.map(({ entry }) => entry))
  expect(told).toMatchObject([
    { kind: 'booking', visitor: 'Own Olga' },
    { kind: 'busy', words: 'Busy' },
  ])
  expect(JSON.stringify(week)).not.toContain('Otto')
})

test('a booking that reaches into the week from Sunday is in it, also when its calendar is switched off', async () => {
  const [startsAt, endsAt] = [new Date('2026-11-29T22:45:00Z'), new Date('2026-11-29T23:15:00Z')]
  await db.booking.updateMany({
    where: { visitorName: 'Other Otto' },
    data: { startsAt, endsAt, blockedFrom: startsAt, blockedUntil: endsAt },
  })
  await db.host.update({ where: { slug: engineering }, data: { active: false } })

  const asked = { monday: '2026-11-30' as CalendarDate, slug: undefined }
  const { week } = await loadWeek(desk.manager, asked, now)

  expect(JSON.stringify(week)).toContain('Other Otto')
})
