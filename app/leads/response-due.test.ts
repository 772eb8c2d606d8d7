import { expect, test } from 'vitest'
import type { HostRules, WeeklyRange } from '#app/slots/availability.ts'
import type { CalendarDate, LocalTime, TimeZone } from '#app/time/types.ts'
import { responseDueAt } from './response-due.ts'

const nineHours = 9 * 60
const date = (text: string) => text as CalendarDate
const time = (text: string) => text as LocalTime
const weekdays = [1, 2, 3, 4, 5] as const

/** Monday to Friday 11:00 to 20:00 in Kolkata: 05:30 to 14:30 in UTC. */
const office: HostRules = {
  timeZone: 'Asia/Kolkata' as TimeZone,
  travel: [],
  weeklyHours: weekdays.map((weekday): WeeklyRange => ({
    weekday,
    from: time('11:00'),
    until: time('20:00'),
  })),
  overrides: [],
  daysOff: [],
  closures: [],
  holidays: [],
}

function due(received: string, rules: HostRules = office, minutes = nineHours): string | undefined {
  return responseDueAt(new Date(received), rules, minutes)?.toISOString()
}

test('what comes in during office hours is due after as many of them', () => {
  expect(due('2026-11-24T06:30:00Z', office, 120)).toBe('2026-11-24T08:30:00.000Z')
})

test('one working day from Tuesday noon is Wednesday noon', () => {
  expect(due('2026-11-24T06:30:00Z')).toBe('2026-11-25T06:30:00.000Z')
})

test('what comes in at night counts from the morning', () => {
  expect(due('2026-11-24T22:00:00Z', office, 60)).toBe('2026-11-25T06:30:00.000Z')
})

test('what comes in as the office closes has all of its hours on the next day', () => {
  expect(due('2026-11-24T14:30:00Z', office, 60)).toBe('2026-11-25T06:30:00.000Z')
})

test('hours that end as the office closes end that evening, not the next morning', () => {
  expect(due('2026-11-24T13:30:00Z', office, 60)).toBe('2026-11-24T14:30:00.000Z')
})

test('a weekend does not count', () => {
  expect(due('2026-11-27T12:30:00Z')).toBe('2026-11-30T12:30:00.000Z')
})

test('closed days and holidays do not count', () => {
  const closed = {
    ...office,
    closures: [{ from: date('2026-11-30'), until: date('2026-12-01') }],
    holidays: [date('2026-12-02')],
  }

  expect(due('2026-11-27T12:30:00Z', closed)).toBe('2026-12-03T12:30:00.000Z')
})

test('a closure of a month is waited out', () => {
  const closed = { ...office, closures: [{ from: date('2026-11-25'), until: date('2026-12-27') }] }

  expect(due('2026-11-24T22:00:00Z', closed, 60)).toBe('2026-12-28T06:30:00.000Z')
})

test('an hour that the clocks skip at night takes nothing from the day', () => {
  const berlin = { ...office, timeZone: 'Europe/Berlin' as TimeZone }

  // Friday 27 March 2026, 19:00 in Berlin (UTC+1); Monday 30 March is UTC+2.
  expect(due('2026-03-27T18:00:00Z', berlin, 120)).toBe('2026-03-30T10:00:00.000Z')
})

test('seconds are rounded up to the minute', () => {
  expect(due('2026-11-24T06:30:12.345Z', office, 60)).toBe('2026-11-24T07:31:00.000Z')
})

test('an office that is never open promises nothing', () => {
  expect(due('2026-11-24T06:30:00Z', { ...office, weeklyHours: [] })).toBeUndefined()
})
