/**
 * The clocks that times in a calendar file go by. A zone that `Intl` knows goes by its rules, which are kept up to date;
 * others ("W. Europe Standard Time") by the VTIMEZONE that the file brings.
 */
import { millisecondsInDay } from 'date-fns/constants'
import ICAL from 'ical.js'
import type { EpochMs, Interval, TimeZone } from '#app/time/types.ts'
import { isTimeZone, offsetAt } from '#app/time/zones.ts'
import { repeats, wallOf, type Work } from './repeats.ts'
import type { OffsetAt } from './wall-clock.ts'

/** From `at` on, the clock is `offset` ahead of UTC; `before` until then. Milliseconds. */
type Onset = { at: EpochMs; offset: number; before: number }

type Around = { home: TimeZone; horizon: Interval; work: Work }

export const utc: OffsetAt = () => 0

export function clockOf(zone: TimeZone): OffsetAt {
  return (at) => offsetAt(zone, at)
}

/** The clock that a TZID names, in this file; one that nobody can tell is the host's own (`home`). */
export function clocksOf(zones: readonly string[][], around: Around): (tzid: string) => OffsetAt {
  const definitions = new Map(zones.map((lines) => [tzidIn(lines), lines]))
  const known = new Map<string, OffsetAt>()
  return (tzid) => {
    const clock = known.get(tzid) ?? findClock(tzid, definitions.get(tzid), around)
    known.set(tzid, clock)
    return clock
  }
}

function findClock(tzid: string, definition: readonly string[] | undefined, around: Around): OffsetAt {
  // Some programs put their own name before it: /freeassociation.sourceforge.net/Europe/Berlin
  const parts = tzid.split('/')
  const names = [tzid, parts.slice(-3).join('/'), parts.slice(-2).join('/')]
  const zone = names.find((name) => name.includes('/') && isTimeZone(name))
  if (zone) return clockOf(zone as TimeZone)
  const defined = definition && definedClock(definition, around)
  if (defined) return defined
  return isTimeZone(tzid) ? clockOf(tzid) : clockOf(around.home)
}

function tzidIn(lines: readonly string[]): string {
  return lines.map((line) => /^TZID[^:]*:(.*)$/i.exec(line)?.[1]?.trim()).find(Boolean) ?? ''
}

/** Null when the definition cannot be read. */
function definedClock(lines: readonly string[], around: Around): OffsetAt | null {
  const onsets = onsetsIn(lines, around).sort((a, b) => a.at - b.at)
  const [first] = onsets
  if (!first) return null
  return (at) => onsets.findLast((onset) => onset.at <= at)?.offset ?? first.before
}

/** When the clock is changed: the first time of each rule, and all times around the horizon. */
function onsetsIn(lines: readonly string[], around: Around): Onset[] {
  try {
    const zone = new ICAL.Component(ICAL.parse(lines.join('\r\n')))
    return zone.getAllSubcomponents().flatMap((rule) => onsetsOf(rule, around))
  } catch {
    // The library throws plain Errors at what it cannot read.
    return []
  }
}

function onsetsOf(rule: ICAL.Component, { horizon, work }: Around): Onset[] {
  const offset = offsetIn(rule, 'tzoffsetto')
  const before = offsetIn(rule, 'tzoffsetfrom')
  const start = { wall: wallsIn(rule, 'dtstart')[0] ?? Number.NaN, isDate: false }
  const within = { from: start.wall, until: horizon.until + millisecondsInDay, offsetAt: () => before, work }
  const yearly = rule
    .getAllProperties('rrule')
    .flatMap((property) => property.getValues())
    .filter((value) => value instanceof ICAL.Recur)
    .filter(({ freq }) => freq === 'YEARLY')
  const walls = [
    start.wall,
    ...wallsIn(rule, 'rdate'),
    ...yearly.flatMap((each) => [...repeats(each, start, within)]),
  ]
  return walls.filter(Number.isFinite).map((wall) => ({ at: wall - before, offset, before }))
}

function wallsIn(component: ICAL.Component, name: string): number[] {
  const values = component.getAllProperties(name).flatMap((property) => property.getValues())
  return values.filter((value) => value instanceof ICAL.Time).map(wallOf)
}

function offsetIn(component: ICAL.Component, name: string): number {
  const value = component.getFirstPropertyValue(name)
  if (!(value instanceof ICAL.UtcOffset)) throw new Error(`A time zone says no ${name}`)
  return value.toSeconds() * 1000
}
