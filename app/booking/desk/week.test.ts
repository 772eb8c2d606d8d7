import { expect, test } from 'vitest'
import type { CalendarDate, Interval, TimeZone } from '#app/time/types.ts'
import { arrangeWeek, type WeekEntry, type WeekOfHosts } from './week.ts'

const berlin = 'Europe/Berlin' as TimeZone
const monday = '2026-11-30' as CalendarDate
const now = Date.parse('2026-12-01T09:10:00Z')

const during = (from: string, until: string): Interval => ({
  from: Date.parse(from),
  until: Date.parse(until),
})
const booking = (from: string, until: string, host = 0): WeekEntry => ({
  ...during(from, until),
  host,
  ...{
    kind: 'booking',
    reference: 'B-2345678',
    visitor: 'Ann',
    standing: { name: 'Confirmed', tone: 'signal', sign: '' },
  },
})
/** Two hosts: one there on Tuesday from 9 to 17 in Berlin, the other from 12. */
const hosts: WeekOfHosts = {
  open: [
    [during('2026-12-01T08:00:00Z', '2026-12-01T16:00:00Z')],
    [during('2026-12-01T11:00:00Z', '2026-12-01T16:00:00Z')],
  ],
  entries: [],
  notes: [],
}
const arrange = (about: Partial<WeekOfHosts> = {}) =>
  arrangeWeek({ ...hosts, ...about }, { monday, timeZone: berlin, now })

test('the hours shown are those in which somebody is there', () => {
  const week = arrange()

  expect(week.hours.map(({ words }) => words)).toEqual([
    ...['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00'],
  ])
  expect(week.rows).toBe(32)
  expect(week.days.map(({ name }) => name)[1]).toBe('Tuesday 1 December 2026')
})

test('a booking outside all hours is shown with its hours', () => {
  const week = arrange({ entries: [booking('2026-12-02T18:30:00Z', '2026-12-02T19:00:00Z')] })

  expect(week.hours.at(-1)?.words).toBe('19:00')
  expect(week.days[2]?.blocks).toMatchObject([{ lane: 0, from: 42, until: 44, time: '19:30–20:00' }])
})

test('where a host is not there it is shaded, in their own column', () => {
  const week = arrange()

  expect(week.days[1]?.shades).toEqual([{ lane: 1, from: 0, until: 12 }])
  expect(week.days[0]?.shades).toEqual([
    { lane: 0, from: 0, until: 32 },
    { lane: 1, from: 0, until: 32 },
  ])
})

test('what goes on past midnight is on both days', () => {
  const week = arrange({ entries: [booking('2026-12-01T22:30:00Z', '2026-12-01T23:30:00Z')] })

  expect(week.days[1]?.blocks).toMatchObject([{ from: 94, until: 96 }])
  expect(week.days[2]?.blocks).toMatchObject([{ from: 0, until: 2 }])
})

test('the present moment has a line on its day only', () => {
  const week = arrange()

  expect(week.days.map((day) => day.now)).toEqual([null, 4, null, null, null, null, null])
  expect(week.days[1]?.isToday).toBe(true)
})

test('a week in which nothing is open shows usual hours, all of them shaded', () => {
  const week = arrange({ open: [[]] })

  expect(week.hours[0]?.words).toBe('09:00')
  expect(week.days[0]?.shades).toEqual([{ lane: 0, from: 0, until: 32 }])
})

test('on the day of 25 hours a host who is always there is nowhere shaded, the others have an empty hour', () => {
  const always = [during('2026-10-01T00:00:00Z', '2026-11-30T00:00:00Z')]

  const week = arrangeWeek(
    { open: [always], entries: [booking('2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z')], notes: [] },
    { monday: '2026-10-19' as CalendarDate, timeZone: berlin, now },
  )

  expect(week.rows).toBe(100)
  expect(week.days[6]?.shades).toEqual([])
  expect(week.days[6]?.blocks).toMatchObject([{ from: 12, until: 14, time: '02:00 CET–02:30 CET' }])
  expect(week.hours.filter(({ words }) => words.startsWith('02'))).toEqual([
    { row: 8, words: '02:00' },
    { row: 12, words: '02:00 again' },
  ])
})
