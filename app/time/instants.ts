/**
 * From a wall clock to instants and back, always in a named zone. A time that a clock change skips has no instant and a
 * time that happens twice has two: `instantsAt('2026-10-25', '02:30', 'Europe/Berlin')` lists both, 00:30 and 01:30 UTC.
 */
import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants'
import { dateOfDay, dayNumber } from './calendar-dates.ts'
import { minutesOf } from './local-times.ts'
import type { CalendarDate, EpochMs, Interval, LocalTime, TimeZone } from './types.ts'
import { offsetAt, offsetPeriods } from './zones.ts'

/** The instants at which the zone's wall clock reads so, in order: none, one or two. */
export function instantsAt(date: CalendarDate, time: LocalTime, zone: TimeZone): EpochMs[] {
  return instantsReading(wallTime({ date, time }), zone)
}

/**
 * From one reading of the zone's wall clock to another, as long as can be: a time that happens twice begins with its
 * first and ends with its second. One that a clock change skips is the instant of the change. `24:00` is allowed.
 */
export function stretchBetween(
  from: { date: CalendarDate; time: LocalTime },
  until: { date: CalendarDate; time: LocalTime },
  zone: TimeZone,
): Interval {
  const [first, last] = [wallTime(from), wallTime(until)]
  return {
    from: instantsReading(first, zone)[0] ?? firstInstantPast(first, zone),
    until: instantsReading(last, zone).at(-1) ?? firstInstantPast(last, zone),
  }
}

/** The first instant of that local date; where the clock skips midnight, the instant of the change. */
export function startOfDay(date: CalendarDate, zone: TimeZone): EpochMs {
  const midnight = dayNumber(date) * millisecondsInDay
  const [first] = instantsReading(midnight, zone)
  return first ?? firstInstantPast(midnight, zone)
}

export function dateIn(moment: Date | EpochMs, zone: TimeZone): CalendarDate {
  return dateOfDay(dayIn(moment, zone))
}

/** The same as the number of that day: see `dayNumber`. */
export function dayIn(moment: Date | EpochMs, zone: TimeZone): number {
  return Math.floor(wallClock(moment, zone) / millisecondsInDay)
}

export function timeIn(moment: Date | EpochMs, zone: TimeZone): LocalTime {
  return new Date(wallClock(moment, zone)).toISOString().slice(11, 16) as LocalTime
}

/** Whether the zone's wall clock reads the same at another instant too, as in the hour that autumn repeats. */
export function isRepeated(moment: Date | EpochMs, zone: TimeZone): boolean {
  return instantsReading(wallClock(moment, zone), zone).length > 1
}

/** A date and a time as if they were UTC, in milliseconds. */
function wallTime({ date, time }: { date: CalendarDate; time: LocalTime }): number {
  return dayNumber(date) * millisecondsInDay + minutesOf(time) * millisecondsInMinute
}

/** What the wall clock reads, written as if it were UTC, in milliseconds. */
function wallClock(moment: Date | EpochMs, zone: TimeZone): number {
  const at = Number(moment)
  return at + offsetAt(zone, at)
}

/** No offset is a day or more, so the offset at any instant that reads so is in force a day before or a day after. */
function instantsReading(wall: number, zone: TimeZone): EpochMs[] {
  const offsets = [offsetAt(zone, wall - millisecondsInDay), offsetAt(zone, wall + millisecondsInDay)]
  return [...new Set(offsets)]
    .map((offset) => ({ at: wall - offset, offset }))
    .filter(({ at, offset }) => offsetAt(zone, at) === offset)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
}

function firstInstantPast(wall: number, zone: TimeZone): EpochMs {
  const around = { from: wall - millisecondsInDay, until: wall + millisecondsInDay }
  const period = offsetPeriods(zone, around).find(({ from, offset }) => from + offset > wall)
  if (!period) throw new RangeError(`No clock change near ${new Date(wall).toISOString()} in ${zone}`)
  return period.from
}
