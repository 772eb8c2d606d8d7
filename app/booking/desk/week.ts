/**
 * A week of several calendars as a page shows it: for each day a column of its own for each host, and in it what is
 * there, from line to line. Everything comes in as instants and goes out as lines and words on the viewer's clock.
 */
import { dateIn } from '#app/time/instants.ts'
import { intersection, joined, overlaps } from '#app/time/intervals.ts'
import { sayCalendarDate, sayClearTime } from '#app/time/say.ts'
import type { CalendarDate, EpochMs, Interval, TimeZone } from '#app/time/types.ts'
import type { Standing } from './booking-status.ts'
import { weekClock, type WeekClock } from './week-clock.ts'

/** `busy`: somebody else's booking, another calendar's event or time off for part of a day. */
export type WeekEntry = Interval & { host: number } & (
    | { kind: 'booking'; reference: string; visitor: string; standing: Standing }
    | { kind: 'busy'; words: string }
  )
/** What a whole day is, for one host or for all of them (`host` is null). */
export type WeekNote = { date: CalendarDate; host: number | null; words: string }

export type WeekOfHosts = {
  /** The instants at which each host is there. */
  open: readonly (readonly Interval[])[]
  entries: readonly WeekEntry[]
  notes: readonly WeekNote[]
}

/** Lines count from the first that is shown; `until` is the line under the last one. */
export type Place = { lane: number; from: number; until: number }
export type WeekBlock = Place & { key: string; time: string; entry: WeekEntry }
export type WeekDay = {
  date: CalendarDate
  name: string
  isToday: boolean
  notes: WeekNote[]
  /** Outside the hosts' hours. */
  shades: Place[]
  /** Skipped by the clock. */
  skips: { from: number; until: number }[]
  blocks: WeekBlock[]
  /** The line of the present moment. */
  now: number | null
}
export type Week = { rows: number; hours: { row: number; words: string }[]; days: WeekDay[] }

type Asked = { monday: CalendarDate; timeZone: TimeZone; now: EpochMs }

export function arrangeWeek(hosts: WeekOfHosts, { monday, timeZone, now }: Asked): Week {
  const clock = weekClock(monday, timeZone)
  const shown = linesShown(hosts, clock)
  const onDay = { ...hosts, clock, shown, timeZone, now }
  return {
    rows: shown.until - shown.from,
    hours: clock.hours
      .filter(({ row }) => shown.from <= row && row < shown.until)
      .map(({ row, hour, isAgain }) => ({
        row: row - shown.from,
        words: `${String(hour).padStart(2, '0')}:00${isAgain ? ' again' : ''}`,
      })),
    days: clock.dates.map((date) => arrangeDay(date, onDay)),
  }
}

type OnDay = WeekOfHosts & { clock: WeekClock; shown: Interval; timeZone: TimeZone; now: EpochMs }

function arrangeDay(date: CalendarDate, { clock, shown, timeZone, now, ...hosts }: OnDay): WeekDay {
  const day = clock.dayOf(date)
  const place = (lane: number, { from, until }: Interval): Place => ({
    lane,
    from: clock.rowFrom(date, from) - shown.from,
    until: clock.rowUntil(date, until) - shown.from,
  })
  const isToday = dateIn(now, timeZone) === date
  const visible = visiblePart(date, clock, shown)
  return {
    date,
    name: sayCalendarDate(date),
    isToday,
    notes: hosts.notes.filter((note) => note.date === date),
    shades: hosts.open.flatMap((open, lane) =>
      complement(open, visible).map((closed) => place(lane, closed)),
    ),
    skips: clock
      .skipsOn(date)
      .map((skip) => intersection(skip, shown))
      .filter(({ from, until }) => from < until)
      .map(({ from, until }) => ({ from: from - shown.from, until: until - shown.from })),
    blocks: hosts.entries
      .filter((entry) => overlaps(entry, day))
      .toSorted((a, b) => a.from - b.from || a.host - b.host)
      .map((entry) => ({ entry, on: withinLines(place(entry.host, intersection(entry, day)), shown) }))
      .filter(({ on }) => on.from < on.until)
      .map(({ entry, on }) => ({
        ...on,
        key: `${entry.host} ${entry.from} ${entry.kind}`,
        time: `${sayClearTime(entry.from, timeZone)}–${sayClearTime(entry.until, timeZone)}`,
        entry,
      })),
    now:
      isToday && overlaps({ from: now, until: now + 1 }, visible)
        ? clock.rowFrom(date, now) - shown.from
        : null,
  }
}

function withinLines(place: Place, shown: Interval): Place {
  const last = shown.until - shown.from
  return { ...place, from: Math.max(0, place.from), until: Math.min(place.until, last) }
}

/** The instants of a day that are on shown lines. */
function visiblePart(date: CalendarDate, clock: WeekClock, shown: Interval): Interval {
  const day = clock.dayOf(date)
  return {
    from: firstMoment(day, (moment) => clock.rowFrom(date, moment) >= shown.from),
    until: firstMoment(day, (moment) => clock.rowFrom(date, moment) >= shown.until),
  }
}

const quarter = 15 * 60_000

/** The first quarter hour of the day of which it holds; the end of the day when there is none. */
function firstMoment({ from, until }: Interval, holds: (moment: EpochMs) => boolean): EpochMs {
  for (let moment = from; moment < until; moment += quarter) if (holds(moment)) return moment
  return until
}

function complement(intervals: readonly Interval[], within: Interval): Interval[] {
  const gaps: Interval[] = []
  let from = within.from
  for (const interval of joined(intervals)) {
    if (interval.from > from) gaps.push({ from, until: Math.min(interval.from, within.until) })
    from = Math.max(from, interval.until)
  }
  gaps.push({ from, until: within.until })
  return gaps.filter((gap) => gap.from < gap.until)
}

const hour = 4
const usual = { from: 9 * hour, until: 17 * hour }

/** Whole hours around all that is open or booked in the week; the usual ones when nothing is. */
function linesShown({ open, entries }: WeekOfHosts, clock: WeekClock): Interval {
  const bookings = entries.filter(({ kind }) => kind === 'booking')
  const lines = clock.dates.flatMap((date) => {
    const day = clock.dayOf(date)
    return [...open.flat(), ...bookings]
      .map((interval) => intersection(interval, day))
      .filter(({ from, until }) => from < until)
      .map(({ from, until }) => ({ from: clock.rowFrom(date, from), until: clock.rowUntil(date, until) }))
  })
  if (lines.length === 0) return usual
  const from = Math.min(...lines.map((line) => line.from))
  const until = Math.max(...lines.map((line) => line.until))
  return { from: Math.floor(from / hour) * hour, until: Math.ceil(until / hour) * hour }
}
