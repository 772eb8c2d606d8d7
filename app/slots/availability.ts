/**
 * When a host is there. Hours are what the wall clock in the host's zone reads: a host who is in from 9:00 to 17:00 is
 * there at every instant at which that clock reads such a time. So an hour that spring skips holds no instants, and an
 * hour that autumn repeats holds twice as many; a bound in its middle splits the range in two.
 */
import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants'
import { dateOfDay, dayNumber, weekdayOfDay, type Weekday } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import { intersection, joined, overlaps } from '#app/time/intervals.ts'
import { minutesOf } from '#app/time/local-times.ts'
import type { CalendarDate, EpochMs, Interval, LocalTime, TimeZone } from '#app/time/types.ts'
import { offsetPeriods, type OffsetPeriod } from '#app/time/zones.ts'
import { staysOf, type DateRange, type Journey, type Stay } from './stays.ts'

/** `until` may be 24:00. A range that does not end after its start holds nothing; a night is two ranges that touch. */
export type TimeRange = { from: LocalTime; until: LocalTime }
export type WeeklyRange = TimeRange & { weekday: Weekday }
export type Override = { date: CalendarDate; ranges: readonly TimeRange[] }
/** Dates and times are on the wall of the place where the host is then. The lists need no order. */
export type HostRules = {
  /** At home. The booking window and limits are cut at its midnights wherever the host travels. */
  timeZone: TimeZone
  travel: readonly Journey[]
  weeklyHours: readonly WeeklyRange[]
  /** Replaces the weekly hours of that day; no ranges close it. Two for one date add up. */
  overrides: readonly Override[]
  /** The host's whole days off: they beat overrides. */
  daysOff: readonly DateRange[]
  /** The company's: they close the day for every host and beat everything. */
  closures: readonly DateRange[]
  /** Public holidays: they close the day unless an override opens it. */
  holidays: readonly CalendarDate[]
}

/** A stretch without a hole. Starts are counted in steps from the last of `gridStarts` that is not after them. */
export type OpenRange = Interval & { gridStarts: readonly EpochMs[] }

/** Days as numbers, both included. */
type Days = { first: number; last: number }

/**
 * The joined ranges that share an instant with the window, in order and whole: not cut off where the window ends,
 * because the grid hangs on their start. Only a host who is there around the clock has no such start; those ranges are
 * cut a day or more outside the window, and their grid begins again with each local day and with each arrival.
 */
export function openRanges(host: HostRules, window: Interval): OpenRange[] {
  if (window.from >= window.until) return []
  // The clock of a journey may be a day and two hours away from the one at home.
  const days = {
    first: dayNumber(dateIn(window.from, host.timeZone)) - 4,
    last: dayNumber(dateIn(window.until, host.timeZone)) + 4,
  }
  if (!isAroundTheClock(host)) return wholeRanges(host, window, days)

  return touching(rangesOn(host, days), window).map((range) => withDailyGrid(range, host))
}

/** Whether the host-local day is shut: a day off, a closure, a holiday nobody opened, or an override without hours. */
export function isShut(host: HostRules, date: CalendarDate): boolean {
  const day = dayNumber(date)
  const { shut, overridden } = dayRules(host, { first: day, last: day })
  return shut.has(day) || overridden.get(day)?.length === 0
}

/** Public holidays and company closures: what a business day must not be. The host's own days off do not count. */
export function holidaysAndClosures(host: HostRules, days: Days): Set<number> {
  return new Set([...daysWithin(host.closures, days), ...host.holidays.map(dayNumber)])
}

/** Looks a week further to both sides until the ranges found lie inside the time of which everything is known. */
function wholeRanges(host: HostRules, window: Interval, days: Days): OpenRange[] {
  const found = touching(rangesOn(host, days), window)
  // Wherever the host is, the clock reads one of these days from the second one's UTC midnight to the last one's.
  const known = { from: (days.first + 1) * millisecondsInDay, until: days.last * millisecondsInDay }
  if (found.some(({ from, until }) => from <= known.from || known.until <= until)) {
    return wholeRanges(host, window, { first: days.first - 7, last: days.last + 7 })
  }
  return found.map(({ from, until }) => ({ from, until, gridStarts: [from] }))
}

/** The joined ranges of what the clock reads on these days. */
function rangesOn(host: HostRules, days: Days): Interval[] {
  const hours = wallHours(host, days)
  const span = {
    from: (days.first - 1) * millisecondsInDay,
    until: (days.last + 2) * millisecondsInDay,
  }
  return joined(clockPeriods(host, span).flatMap((period) => instantsOf(hours, period)))
}

/** The offsets of the clock that the host reads. */
function clockPeriods(host: HostRules, span: Interval): OffsetPeriod[] {
  return staysOf(host)
    .filter((stay) => overlaps(stay, span))
    .flatMap((stay) => offsetPeriods(stay.timeZone, intersection(stay, span)))
}

/** The part of the hours that the clock reads during one period of unchanging offset. */
function instantsOf(
  hours: readonly Interval[],
  { offset, ...period }: Interval & { offset: number },
): Interval[] {
  const parts = hours.map(({ from, until }) =>
    intersection({ from: from - offset, until: until - offset }, period),
  )
  return parts.filter(({ from, until }) => from < until)
}

/** What the host's calendar says, as the wall clock reads, in milliseconds written as if they were UTC. */
function wallHours(host: HostRules, days: Days): Interval[] {
  const weekly = hoursByWeekday(host.weeklyHours)
  const { shut, overridden } = dayRules(host, days)
  const hours: Interval[] = []

  for (let day = days.first; day <= days.last; day++) {
    if (shut.has(day)) continue
    const midnight = day * millisecondsInDay
    for (const { from, until } of overridden.get(day) ?? weekly.get(weekdayOfDay(day)) ?? []) {
      hours.push({ from: midnight + from, until: midnight + until })
    }
  }
  return joined(hours)
}

function dayRules(host: HostRules, days: Days) {
  const overridden = new Map<number, Interval[]>()
  for (const { date, ranges } of host.overrides) {
    const day = dayNumber(date)
    overridden.set(day, joined([...(overridden.get(day) ?? []), ...ranges.map(sinceMidnight)]))
  }
  const holidays = host.holidays.map(dayNumber).filter((day) => !overridden.has(day))
  const shut = new Set([...holidays, ...daysWithin(host.closures, days), ...daysWithin(host.daysOff, days)])
  return { shut, overridden }
}

function daysWithin(ranges: readonly DateRange[], days: Days): number[] {
  return ranges.flatMap((range) => {
    const first = Math.max(dayNumber(range.from), days.first)
    const last = Math.min(dayNumber(range.until), days.last)
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  })
}

function hoursByWeekday(weeklyHours: readonly WeeklyRange[]): Map<Weekday, Interval[]> {
  const byWeekday = new Map<Weekday, Interval[]>()
  for (const range of weeklyHours) {
    byWeekday.set(range.weekday, joined([...(byWeekday.get(range.weekday) ?? []), sinceMidnight(range)]))
  }
  return byWeekday
}

function sinceMidnight({ from, until }: TimeRange): Interval {
  return { from: minutesOf(from) * millisecondsInMinute, until: minutesOf(until) * millisecondsInMinute }
}

/** Weekly hours without any gap. Overrides and days off may still close some days of such a host. */
function isAroundTheClock({ weeklyHours }: HostRules): boolean {
  const days = [...hoursByWeekday(weeklyHours).values()]
  return days.length === 7 && days.every(([range]) => range?.from === 0 && range.until === millisecondsInDay)
}

function touching(ranges: readonly Interval[], window: Interval): Interval[] {
  return ranges.filter((range) => overlaps(range, window))
}

function withDailyGrid(range: Interval, host: HostRules): OpenRange {
  const parts = staysOf(host).map((stay) => ({ ...stay, ...intersection(stay, range) }))
  return { ...range, gridStarts: parts.filter(({ from, until }) => from < until).flatMap(dayStarts) }
}

/** A local day begins once: when its midnight is repeated the grid stays with the first, when skipped with the change. */
function dayStarts({ from, until, timeZone }: Stay): EpochMs[] {
  const first = dayNumber(dateIn(from, timeZone)) + 1
  const last = dayNumber(dateIn(until - 1, timeZone))
  const midnights = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    startOfDay(dateOfDay(first + i), timeZone),
  )
  return [from, ...midnights]
}
