/**
 * Time zones and their offsets. `offsetAt` answers from a cache of days: an offset almost never changes within a UTC day,
 * and where it does the cache holds the exact second. `Intl` alone knows the rules; the server's own zone plays no part.
 */
import { millisecondsInDay, millisecondsInSecond } from 'date-fns/constants'
import { z } from 'zod'
import type { EpochMs, Interval, TimeZone } from './types.ts'

/** The offset of one UTC day: `before` until the instant `change` (Infinity on nearly all days), `after` from it on. */
type DayOffset = { before: number; change: EpochMs; after: number }
type ZoneClock = { format: Intl.DateTimeFormat; days: Map<number, DayOffset> }

/** What browsers name but some versions of Node leave out of their list, or list by an older name. */
const namedByBrowsers = [
  ...['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Ho_Chi_Minh', 'Asia/Yangon', 'Europe/Kyiv', 'UTC'],
  ...['America/Argentina/Buenos_Aires', 'America/Indiana/Indianapolis'],
]

/** The zones that browsers tell, in their one spelling: some 430. There are more that `Intl` understands. */
export const listedZones: ReadonlySet<string> = new Set([
  ...namedByBrowsers,
  ...Intl.supportedValuesOf('timeZone'),
])

/** A stretch of time with one offset: the wall clock reads `instant + offset`. */
export type OffsetPeriod = Interval & { offset: number }

// Names are accepted in any case and dates are many, so what strangers can make us remember is bounded.
const mostZones = 128
const mostDays = 1024
const zoneClocks = new Map<string, ZoneClock>()

const zoneName = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/

/** An IANA name that `Intl` knows, such as `Asia/Kolkata` or `UTC`; a bare offset such as `+05:30` is refused. */
export function isTimeZone(text: string): text is TimeZone {
  if (text.length > 64 || !zoneName.test(text)) return false
  try {
    clockOf(text)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export const timeZoneSchema = z
  .string()
  .refine(isTimeZone, 'Choose a time zone from the list.')
  .transform((text) => text as TimeZone)

/** How far the zone's wall clock is ahead of UTC at that instant, in milliseconds: 3,600,000 for Berlin in winter. */
export function offsetAt(zone: TimeZone, at: EpochMs): number {
  const day = dayOffset(clockOf(zone), Math.floor(at / millisecondsInDay))
  return at < day.change ? day.before : day.after
}

/** Cuts `[from, until)` where the zone's offset changes. Together the periods cover it without a hole. */
export function offsetPeriods(zone: TimeZone, { from, until }: Interval): OffsetPeriod[] {
  const clock = clockOf(zone)
  const lastDay = Math.floor(until / millisecondsInDay)
  let period: OffsetPeriod = { from, until, offset: offsetAt(zone, from) }
  const periods = [period]

  for (let day = Math.floor(from / millisecondsInDay); day <= lastDay; day++) {
    const { change, after } = dayOffset(clock, day)
    if (change <= from || change >= until) continue
    period.until = change
    periods.push((period = { from: change, until, offset: after }))
  }
  return periods
}

function clockOf(zone: string): ZoneClock {
  const known = zoneClocks.get(zone)
  if (known) return known

  const clock: ZoneClock = { format: wallClockFormat(zone), days: new Map() }
  if (zoneClocks.size >= mostZones) forgetOldest(zoneClocks)
  zoneClocks.set(zone, clock)
  return clock
}

function dayOffset(clock: ZoneClock, day: number): DayOffset {
  const known = clock.days.get(day)
  if (known) return known

  const found = findDayOffset(clock.format, day)
  if (clock.days.size >= mostDays) forgetOldest(clock.days)
  clock.days.set(day, found)
  return found
}

function forgetOldest<Key>(cache: Map<Key, unknown>): void {
  for (const oldest of cache.keys()) {
    cache.delete(oldest)
    return
  }
}

function findDayOffset(format: Intl.DateTimeFormat, day: number): DayOffset {
  const from = day * millisecondsInDay
  const until = from + millisecondsInDay
  const before = readOffset(format, from)
  const after = readOffset(format, until)
  if (before === after) return { before, change: Infinity, after }

  return { before, change: findChange(format, { from, until }, before), after }
}

/** Halves the interval until the first second that no longer has the offset `before` is left. */
function findChange(format: Intl.DateTimeFormat, { from, until }: Interval, before: number): EpochMs {
  let still = from / millisecondsInSecond
  let changed = until / millisecondsInSecond

  while (changed - still > 1) {
    const middle = Math.floor((still + changed) / 2)
    if (readOffset(format, middle * millisecondsInSecond) === before) still = middle
    else changed = middle
  }
  return changed * millisecondsInSecond
}

function wallClockFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
}

/** `at` is a whole second. The en-US order of the numbers is month, day, year, hour, minute, second. */
function readOffset(format: Intl.DateTimeFormat, at: EpochMs): number {
  const [month = 0, day, year = 0, hour, minute, second] = (format.format(at).match(/\d+/g) ?? []).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) - at
}
