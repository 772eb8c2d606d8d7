/** One event of a calendar file: when it is, how it repeats, and whether it takes time at all. */
import { millisecondsInDay } from 'date-fns/constants'
import ICAL from 'ical.js'
import type { EpochMs } from '#app/time/types.ts'
import { utc } from './feed-zones.ts'
import { isUtc, wallOf } from './repeats.ts'
import { instantReading, type OffsetAt } from './wall-clock.ts'

/** A time as it is written, and the instant that it means. */
export type When = { wall: number; isDate: boolean; at: EpochMs }

/** A length as calendars mean it: whole days by the wall clock, then so many milliseconds. */
export type Length = { days: number; ms: number }

export type FeedEvent = {
  /** The same for a repeated event and its exceptions; `''` when the file gives none. */
  uid: string
  start: When
  /** The clock that `start` goes by. */
  offsetAt: OffsetAt
  length: Length
  rules: ICAL.Recur[]
  /** Further starts, some with an end of their own. */
  alsoAt: { start: When; until?: EpochMs }[]
  notAt: When[]
  /** Which time of the repeated event this one stands for. */
  insteadOf: When | null
  /** Neither cancelled nor marked as free. */
  takesTime: boolean
}

export type Clocks = {
  /** The host's, for days and for times in no zone. */
  home: OffsetAt
  named: (tzid: string) => OffsetAt
}

/** Null for an event that cannot be read: the others still count. */
export function eventIn(lines: readonly string[], clocks: Clocks): FeedEvent | null {
  try {
    return readEvent(new ICAL.Component(ICAL.parse(lines.join('\r\n'))), clocks)
  } catch {
    // The library throws plain Errors at whatever it cannot read.
    return null
  }
}

function readEvent(event: ICAL.Component, clocks: Clocks): FeedEvent | null {
  const startProperty = event.getFirstProperty('dtstart')
  const [start] = timesIn(event, 'dtstart', clocks)
  const length = start && lengthOf(event, start, clocks)
  if (!startProperty || !start || !length) return null

  const text = (name: string) => String(event.getFirstPropertyValue(name) ?? '').trim()
  return {
    uid: text('uid'),
    start,
    offsetAt: clockFor(startProperty, clocks),
    length,
    rules: valuesOf(event, 'rrule').filter((value) => value instanceof ICAL.Recur),
    alsoAt: [
      ...timesIn(event, 'rdate', clocks).map((time) => ({ start: time })),
      ...periodsIn(event, clocks),
    ],
    notAt: timesIn(event, 'exdate', clocks),
    insteadOf: timesIn(event, 'recurrence-id', clocks)[0] ?? null,
    takesTime: !/^CANCELLED$/i.test(text('status')) && !/^TRANSPARENT$/i.test(text('transp')),
  }
}

/** Null when it takes no time, or ends before it begins. */
function lengthOf(event: ICAL.Component, start: When, clocks: Clocks): Length | null {
  const [end] = timesIn(event, 'dtend', clocks)
  const duration = event.getFirstPropertyValue('duration')
  const length = end ? between(start, end) : durationOf(duration, start)
  return length.days < 0 || length.ms < 0 || length.days + length.ms === 0 ? null : length
}

function between(start: When, end: When): Length {
  if (!start.isDate) return { days: 0, ms: end.at - start.at }
  // The day after the last; programs that write the same day mean that day.
  const days = Math.round((end.wall - start.wall) / millisecondsInDay)
  return { days: days === 0 ? 1 : days, ms: 0 }
}

function durationOf(duration: unknown, start: When): Length {
  if (!(duration instanceof ICAL.Duration)) return { days: start.isDate ? 1 : 0, ms: 0 }
  const { isNegative, weeks, days, hours, minutes, seconds } = duration
  const sign = isNegative ? -1 : 1
  return { days: sign * (weeks * 7 + days), ms: sign * ((hours * 60 + minutes) * 60 + seconds) * 1000 }
}

function timesIn(event: ICAL.Component, name: string, clocks: Clocks): When[] {
  return event.getAllProperties(name).flatMap((property) =>
    property
      .getValues()
      .filter((value) => value instanceof ICAL.Time)
      .map((time) => whenIs(time, clockFor(property, clocks))),
  )
}

/** RDATE may name periods, each with its own end. */
function periodsIn(event: ICAL.Component, clocks: Clocks): FeedEvent['alsoAt'] {
  return event.getAllProperties('rdate').flatMap((property) => {
    const clock = clockFor(property, clocks)
    return property
      .getValues()
      .filter((value) => value instanceof ICAL.Period)
      .map((period) => ({
        start: whenIs(period.start, clock),
        until: whenIs(period.getEnd(), clock).at,
      }))
  })
}

function valuesOf(event: ICAL.Component, name: string): unknown[] {
  return event.getAllProperties(name).flatMap((property) => property.getValues())
}

function clockFor(property: ICAL.Property, { home, named }: Clocks): OffsetAt {
  const value: unknown = property.getFirstValue()
  const start = value instanceof ICAL.Period ? value.start : value
  if (start instanceof ICAL.Time && isUtc(start)) return utc
  const tzid = property.getFirstParameter('tzid')
  return tzid && !(start instanceof ICAL.Time && start.isDate) ? named(tzid) : home
}

function whenIs(time: ICAL.Time, clock: OffsetAt): When {
  const wall = wallOf(time)
  if (!Number.isFinite(wall)) throw new Error('An event is at no time')
  return { wall, isDate: time.isDate, at: instantReading(wall, isUtc(time) ? utc : clock) }
}
