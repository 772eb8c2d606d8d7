/**
 * A second opinion on what can be booked, slow and plain: it reads wall clocks from luxon instant by instant and imports
 * nothing of the product. It counts in quarters of an hour, which every offset and every bound in the tests is made of.
 */
import { DateTime, IANAZone } from 'luxon'

const minute = 60_000
const quarter = 15 * minute

type Range = { from: string; until: string }
type Span = { from: number; until: number }
type Journey = Range & { timeZone: string }
type Host = {
  timeZone: string
  travel: readonly Journey[]
  weeklyHours: readonly (Range & { weekday: number })[]
  overrides: readonly { date: string; ranges: readonly Range[] }[]
  daysOff: readonly Range[]
  closures: readonly Range[]
  holidays: readonly string[]
}
type Meeting = {
  minutes: number
  stepMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  noticeMinutes: number
  window: { kind: 'days' | 'business-days'; days: number } | { kind: 'dates'; from: string; until: string }
}
type Limit = {
  per: 'day' | 'week' | 'month' | 'year'
  most: number
  starts: readonly number[]
  minutes?: readonly number[] | undefined
  movedFrom?: number | undefined
}
type Busy = { blocked: readonly Span[]; external: readonly Span[]; limits?: readonly Limit[] }

/** The first reason against a start, or null. Dates and clock times compare as text. */
export function secondOpinion(host: Host, meeting: Meeting, busy: Busy, now: number) {
  const inside = (date: string, ranges: readonly Range[]) =>
    ranges.some(({ from, until }) => from <= date && date <= until)
  const overridesOf = (date: string) => host.overrides.filter((override) => override.date === date)
  const placeAt = remembered((at) => placeOf(host, at))
  const clockAt = remembered((at) => wall(at, placeAt(at).timeZone))
  const dateAt = (at: number) => clockAt(at).date
  const readsOpen = remembered((at) => isOpen(clockAt(at)))
  const always = [1, 2, 3, 4, 5, 6, 7].every((weekday) =>
    Array.from({ length: 96 }, (_, i) => clock(i)).every((time) => within(weeklyOn(weekday), time)),
  )
  const today = wall(now, host.timeZone).date
  const lastDate = lastDateOfWindow()

  return (start: number): string | null => {
    const end = start + meeting.minutes * minute
    const date = dateAt(floor(start))
    if (start < now) return 'past'
    if (start < now + meeting.noticeMinutes * minute) return 'notice'
    if (!inWindow(wall(floor(start), host.timeZone).date)) return 'window'
    if (isShut(date)) return 'closed'
    for (let at = floor(start); at < end; at += quarter) if (!readsOpen(at)) return 'hours'
    if ((start - gridStart(floor(start))) % (meeting.stepMinutes * minute) !== 0) return 'grid'
    if ((busy.limits ?? []).some((limit) => isFull(limit, start))) return 'limit'
    return isTaken(start, end) ? 'taken' : null
  }

  function isOpen({ date, time, weekday }: Wall): boolean {
    if (isShut(date)) return false
    const overrides = overridesOf(date)
    return within(overrides.length > 0 ? overrides.flatMap(({ ranges }) => ranges) : weeklyOn(weekday), time)
  }

  function isShut(date: string): boolean {
    if (inside(date, host.closures) || inside(date, host.daysOff)) return true
    const overrides = overridesOf(date)
    if (overrides.length > 0) return overrides.every(({ ranges }) => ranges.length === 0)
    return host.holidays.includes(date)
  }

  function weeklyOn(weekday: number): Range[] {
    return host.weeklyHours.filter((range) => range.weekday === weekday)
  }

  /** Backwards to the first quarter of the unbroken hours; around the clock no further than the day's own first there. */
  function gridStart(at: number): number {
    const date = dateAt(at)
    let start = at
    if (always) {
      let dayStart = at
      for (let back = at; back > at - 27 * 60 * minute && placeAt(back) === placeAt(at); back -= quarter)
        if (dateAt(back) === date) dayStart = back
      while (start > dayStart && readsOpen(start - quarter)) start -= quarter
      return start
    }
    while (readsOpen(start - quarter)) start -= quarter
    return start
  }

  function inWindow(date: string): boolean {
    const { window } = meeting
    if (window.kind === 'dates') return window.from <= date && date <= window.until
    return today <= date && date <= lastDate
  }

  function lastDateOfWindow(): string {
    if (meeting.window.kind === 'dates') return meeting.window.until
    let left = meeting.window.days
    let day = DateTime.fromISO(today, { zone: 'UTC' }).minus({ days: 1 })
    while (left > 0) {
      day = day.plus({ days: 1 })
      if (meeting.window.kind === 'days' || isBusinessDay(day)) left--
    }
    return day.toISODate() ?? ''
  }

  function isBusinessDay(day: DateTime): boolean {
    const date = day.toISODate() ?? ''
    return !day.isWeekend && !inside(date, host.closures) && !host.holidays.includes(date)
  }

  /** Periods are named by dates at home, as luxon cuts them. */
  function isFull({ per, most, starts, minutes, movedFrom }: Limit, start: number): boolean {
    const periodOf = (at: number) =>
      DateTime.fromISO(wall(at, host.timeZone).date, { zone: 'UTC' }).startOf(per).toISODate()
    const period = periodOf(start)
    if (movedFrom !== undefined && periodOf(movedFrom) === period) return false
    const lengths = starts.map((_, i) => (minutes ? (minutes[i] ?? 0) : 1))
    const held = lengths.filter((_, i) => periodOf(starts[i] ?? 0) === period)
    return held.reduce((sum, length) => sum + length, minutes ? meeting.minutes : 1) > most
  }

  function isTaken(start: number, end: number): boolean {
    const from = start - meeting.bufferBeforeMinutes * minute
    const until = end + meeting.bufferAfterMinutes * minute
    const real = [...busy.blocked, ...busy.external].filter((taken) => taken.from < taken.until)
    return real.some((taken) => taken.from < until && taken.until > from)
  }
}

/**
 * Whose clock the host reads: that of a journey while it is one of its dates there, and on the way from one to the next
 * that of the one before. The earlier one comes first where two could be meant. The host itself is home.
 */
export function placeOf(host: Pick<Host, 'timeZone' | 'travel'>, at: number): { timeZone: string } {
  const journeys = [...host.travel].sort((a, b) => (a.from < b.from ? -1 : 1))
  const dateThere = (journey: Journey) => wall(at, journey.timeZone).date
  const here = journeys.find((journey, i) => {
    const next = journeys[i + 1]
    if (dateThere(journey) < journey.from) return false
    if (dateThere(journey) <= journey.until) return true
    return next !== undefined && touch(journey, next) && dateThere(next) < next.from
  })
  return here ?? host
}

/** The second begins the day after the first ends. */
function touch(first: Range, second: Range): boolean {
  return DateTime.fromISO(first.until, { zone: 'UTC' }).plus({ days: 1 }).toISODate() === second.from
}

export type ClockChange = { zone: string; at: number; kind: 'fold' | 'gap'; atMidnight: boolean }

/** Every clock change of these zones in that time, found by looking at each quarter of an hour of the days that differ. */
export function clockChanges(zones: readonly string[], { from, until }: Span): ClockChange[] {
  const day = 96 * quarter
  return zones.flatMap((zone) => {
    const found: ClockChange[] = []
    for (let at = from; at < until; at += day) {
      if (offset(at, zone) === offset(at + day, zone)) continue
      let change = at
      while (offset(change, zone) === offset(at, zone)) change += quarter
      const kind = offset(at, zone) > offset(change, zone) ? 'fold' : 'gap'
      const reads = [offset(at, zone), offset(change, zone)].map(
        (minutes) => (change / minute + minutes) % 1440,
      )
      found.push({ zone, at: change, kind, atMidnight: reads.includes(0) })
    }
    return found
  })
}

type Wall = { date: string; time: string; weekday: number }

/** Dates and times of day are read off as if they were UTC; where the clock stands is luxon's word alone. */
function wall(at: number, zone: string): Wall {
  const reading = new Date(at + offset(at, zone) * minute)
  const text = reading.toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 16), weekday: reading.getUTCDay() || 7 }
}

/** How far the zone's clock is ahead of UTC at that instant, in minutes. */
export function offset(at: number, zone: string): number {
  return IANAZone.create(zone).offset(at)
}

function within(ranges: readonly Range[], time: string): boolean {
  return ranges.some(({ from, until }) => from <= time && time < until)
}

function clock(quarters: number): string {
  return `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`
}

function floor(at: number): number {
  return at - (((at % quarter) + quarter) % quarter)
}

function remembered<Value>(compute: (at: number) => Value): (at: number) => Value {
  const known = new Map<number, Value>()
  return (at) => {
    const found = known.get(at) ?? compute(at)
    known.set(at, found)
    return found
  }
}
