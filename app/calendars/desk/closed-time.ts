/** Why a meeting that is booked lies where its host is not there any more: hours and dates may change around it. */
import { openRanges, type HostRules } from '#app/slots/availability.ts'
import { zoneAt } from '#app/slots/stays.ts'
import type { DateRange } from '#app/slots/stays.ts'
import { dateIn } from '#app/time/instants.ts'
import { overlaps } from '#app/time/intervals.ts'
import type { CalendarDate, Interval } from '#app/time/types.ts'

export type ClosedBy = 'closure' | 'time-off' | 'day' | 'holiday' | 'hours'

/** Null when the host is there for all of it. `partsOff`: time off for part of a day. */
export function whyClosed(
  rules: HostRules,
  partsOff: readonly Interval[],
  meeting: Interval,
): ClosedBy | null {
  const dates = datesOf(rules, meeting)
  const isOn = (range: DateRange) => dates.some((date) => range.from <= date && date <= range.until)
  if (rules.closures.some(isOn)) return 'closure'
  if (rules.daysOff.some(isOn) || partsOff.some((part) => overlaps(part, meeting))) return 'time-off'
  if (openRanges(rules, meeting).some(({ from, until }) => from <= meeting.from && meeting.until <= until))
    return null
  if (rules.overrides.some(({ date }) => dates.includes(date))) return 'day'
  return rules.holidays.some((date) => dates.includes(date)) ? 'holiday' : 'hours'
}

/** The dates that the host's clock shows while it lasts. */
export function datesOf(rules: HostRules, meeting: Interval): CalendarDate[] {
  const ends = [meeting.from, meeting.until - 1]
  return [...new Set(ends.map((at) => dateIn(at, zoneAt(rules, at))))]
}
