/**
 * Where a moment stands on the page of a week: quarter hours from the top, the same line for the same time on each day.
 * An hour that a day repeats gets lines of its own, which the other days leave empty; one that a day skips is a gap
 * there. `rowFrom('2026-10-25', 00:30Z)` in Berlin is 10, the first 2:30; an hour later it is 14, the second.
 */
import { millisecondsInDay, millisecondsInHour, millisecondsInMinute } from 'date-fns/constants'
import { addDays, datesBetween, dayNumber } from '#app/time/calendar-dates.ts'
import { startOfDay } from '#app/time/instants.ts'
import type { CalendarDate, EpochMs, Interval, TimeZone } from '#app/time/types.ts'
import { offsetAt, offsetPeriods } from '#app/time/zones.ts'

const row = 15 * millisecondsInMinute

/**
 * `at`: what the wall clock reads where the lines are put in, `length`: how much time they hold, both in milliseconds;
 * `moment`: when the clock is put back.
 */
type Repeat = { date: CalendarDate; moment: EpochMs; at: number; length: number }
type Skip = { date: CalendarDate; from: number; until: number }
export type HourLine = { row: number; hour: number; isAgain: boolean }

export type WeekClock = {
  dates: CalendarDate[]
  /** The instants of a date. */
  dayOf: (date: CalendarDate) => Interval
  rowFrom: (date: CalendarDate, moment: EpochMs) => number
  /** The line under the last one that it reaches. */
  rowUntil: (date: CalendarDate, moment: EpochMs) => number
  hours: HourLine[]
  skipsOn: (date: CalendarDate) => { from: number; until: number }[]
}

export function weekClock(monday: CalendarDate, zone: TimeZone): WeekClock {
  const dates = datesBetween({ from: monday, until: addDays(monday, 6) })
  const dayOf = (date: CalendarDate) => ({
    from: startOfDay(date, zone),
    until: startOfDay(addDays(date, 1), zone),
  })
  const changes = dates.flatMap((date) => changesOn(date, dayOf(date), zone))
  const repeats = changes.filter((change) => 'moment' in change)
  const skips = changes.filter((change) => 'from' in change)
  const depthOf = (date: CalendarDate, moment: EpochMs) => {
    const wall = wallTime(date, moment, zone)
    return wall + shiftAt(repeats, { date, moment, wall })
  }

  return {
    dates,
    dayOf,
    rowFrom: (date, moment) => Math.floor(depthOf(date, moment) / row),
    // Asked for the last instant before it, so that an end at the change belongs to the pass that ends there.
    rowUntil: (date, moment) => Math.ceil((depthOf(date, moment - 1) + 1) / row),
    hours: hourLines(repeats),
    skipsOn: (date) =>
      skips
        .filter((skip) => skip.date === date)
        .map(({ from, until }) => ({ from: from / row, until: until / row })),
  }
}

/** What the day's clock does besides going on: lines put in where it is put back, lines missing where it is put forward. */
function changesOn(date: CalendarDate, day: Interval, zone: TimeZone): (Repeat | Skip)[] {
  const [first, ...later] = offsetPeriods(zone, day)
  let before = first?.offset ?? 0
  const midnight = wallTime(date, day.from, zone)
  const changes: (Repeat | Skip)[] = midnight > 0 ? [{ date, from: 0, until: midnight }] : []

  for (const { from: moment, offset } of later) {
    const change = offset - before
    const wall = wallTime(date, moment, zone)
    if (change < 0) changes.push({ date, moment, at: wall - change, length: -change })
    else changes.push({ date, from: wall - change, until: wall })
    before = offset
  }
  return changes
}

/** On the day itself the lines come with the second pass; on the others where its first pass would end. */
function shiftAt(
  repeats: readonly Repeat[],
  { date, moment, wall }: { date: CalendarDate; moment: EpochMs; wall: number },
): number {
  return repeats
    .filter((repeat) => (repeat.date === date ? moment >= repeat.moment : wall >= repeat.at))
    .reduce((sum, { length }) => sum + length, 0)
}

/** What the wall clock reads, in milliseconds since that date's midnight. */
function wallTime(date: CalendarDate, moment: EpochMs, zone: TimeZone): number {
  return moment + offsetAt(zone, moment) - dayNumber(date) * millisecondsInDay
}

function hourLines(repeats: readonly Repeat[]): HourLine[] {
  const plain = Array.from({ length: 24 }, (_, hour) => {
    const wall = hour * millisecondsInHour
    const shift = repeats.filter(({ at }) => wall >= at).reduce((sum, { length }) => sum + length, 0)
    return { row: (wall + shift) / row, hour, isAgain: false }
  })
  const again = repeats.map(({ at, length }) => ({
    row: at / row,
    hour: Math.floor((at - length) / millisecondsInHour),
    isAgain: true,
  }))
  return [...plain, ...again].toSorted((a, b) => a.row - b.row)
}
