import { expect, test } from 'vitest'
import type { HostRules, WeeklyRange } from '#app/slots/availability.ts'
import type { CalendarDate, LocalTime, TimeZone } from '#app/time/types.ts'
import { officeMinutes } from './office-minutes.ts'

const weekdays = [1, 2, 3, 4, 5] as const

/** Monday to Friday 11:00 to 20:00 in Kolkata: 05:30 to 14:30 in UTC. */
const office: HostRules = {
  timeZone: 'Asia/Kolkata' as TimeZone,
  travel: [],
  weeklyHours: weekdays.map((weekday): WeeklyRange => ({
    weekday,
    from: '11:00' as LocalTime,
    until: '20:00' as LocalTime,
  })),
  overrides: [],
  daysOff: [],
  closures: [],
  holidays: [],
}

function minutes(from: string, until: string, rules: HostRules = office): number {
  return officeMinutes(rules, { from: new Date(from), until: new Date(until) })
}

test('an answer on the same morning took as long as the clock says', () => {
  expect(minutes('2026-11-24T06:00:00Z', '2026-11-24T07:30:00Z')).toBe(90)
})

test('a weekend between question and answer does not count', () => {
  expect(minutes('2026-11-27T12:30:00Z', '2026-11-30T06:30:00Z')).toBe(180)
})

test('a closed day between question and answer does not count', () => {
  const closed = { ...office, holidays: ['2026-11-25' as CalendarDate] }

  expect(minutes('2026-11-24T14:00:00Z', '2026-11-26T06:00:00Z', closed)).toBe(60)
})

test('an answer at night to a question at night took no time', () => {
  expect(minutes('2026-11-24T20:00:00Z', '2026-11-24T22:00:00Z')).toBe(0)
})

test('a minute that is begun counts', () => {
  expect(minutes('2026-11-24T06:00:00Z', '2026-11-24T06:00:01Z')).toBe(1)
})

test('an answer that was there before the question took no time', () => {
  expect(minutes('2026-11-24T07:00:00Z', '2026-11-24T06:00:00Z')).toBe(0)
})
