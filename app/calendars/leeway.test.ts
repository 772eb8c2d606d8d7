import { expect, test } from 'vitest'
import type { HostRules } from '#app/slots/availability.ts'
import { whyNot, type Busy, type MeetingRules } from '#app/slots/slots.ts'
import type { CalendarDate, LocalTime, TimeZone } from '#app/time/types.ts'
import { bentForStaff, type Leeway } from './leeway.ts'

/** There from 9:00 to 17:00 on Mondays; 30 November 2026 is one. */
const rules: HostRules = {
  timeZone: 'UTC' as TimeZone,
  travel: [],
  weeklyHours: [{ weekday: 1, from: '09:00' as LocalTime, until: '17:00' as LocalTime }],
  overrides: [],
  daysOff: [{ from: '2026-12-07' as CalendarDate, until: '2026-12-07' as CalendarDate }],
  closures: [],
  holidays: [],
}
const meeting: MeetingRules = {
  minutes: 30,
  stepMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 240,
  window: { kind: 'days', days: 3 },
}
const busy: Busy = {
  blocked: [{ from: Date.parse('2026-11-30T12:00Z'), until: Date.parse('2026-11-30T12:30Z') }],
  external: [],
  limits: [{ per: 'day', most: 1, starts: [Date.parse('2026-11-30T12:00Z')] }],
}
const now = Date.parse('2026-11-30T08:50Z')

function whyNotForStaff(start: string, leeway: Leeway = {}) {
  const bent = bentForStaff({ rules, meeting, busy }, leeway)
  return whyNot(bent.rules, bent.meeting, bent.busy, { start: Date.parse(start), now })
}

test('staff need no notice, no window and no limit', () => {
  expect(whyNotForStaff('2026-11-30T09:00Z')).toBeNull()
  expect(whyNotForStaff('2027-11-29T09:00Z')).toBeNull()
})

test('staff may meet beside the grid when they ask for any minute', () => {
  expect(whyNotForStaff('2026-11-30T09:10Z')).toBe('grid')
  expect(whyNotForStaff('2026-11-30T09:10Z', { anyMinute: true })).toBeNull()
})

test('staff may meet outside the hours and on a day off when they ask for any hours', () => {
  expect(whyNotForStaff('2026-12-01T20:00Z', { anyMinute: true })).toBe('hours')
  expect(whyNotForStaff('2026-12-07T10:00Z', { anyMinute: true })).toBe('closed')
  expect(whyNotForStaff('2026-12-01T20:00Z', { anyMinute: true, anyHours: true })).toBeNull()
  expect(whyNotForStaff('2026-12-07T10:00Z', { anyMinute: true, anyHours: true })).toBeNull()
})

test('nobody has a time that is taken or past', () => {
  const anything = { anyMinute: true, anyHours: true }

  expect(whyNotForStaff('2026-11-30T12:10Z', anything)).toBe('taken')
  expect(whyNotForStaff('2026-11-30T08:30Z', anything)).toBe('past')
})
