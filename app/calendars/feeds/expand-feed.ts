/**
 * From the text of a calendar file to the times that it blocks: repeated events are written out, exceptions put in their
 * place, days and times in no zone read on the host's clock. What takes no time (free, cancelled, of no length) is left
 * out, and so are our own bookings, which a subscribed calendar may hold a copy of.
 */
import { milliseconds } from 'date-fns'
import { millisecondsInDay } from 'date-fns/constants'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { joined, overlaps } from '#app/time/intervals.ts'
import type { EpochMs, Interval, TimeZone } from '#app/time/types.ts'
import { eventIn, type FeedEvent, type When } from './feed-events.ts'
import { linesIn, type NoCalendar } from './feed-lines.ts'
import { clockOf, clocksOf } from './feed-zones.ts'
import { repeats, type Work } from './repeats.ts'
import { instantReading, readingAt } from './wall-clock.ts'

export type NoFeed = NoCalendar | 'too-much'

/** A file may block this many times; what works out more is no calendar of one person. */
const mostTimes = 20_000
const mostSteps = 300_000

type Asked = {
  /** Of the host: for days, and for times in no zone. */
  zone: TimeZone
  horizon: Interval
  /** What the UIDs of our own bookings end with, after the @. */
  ownDomain: string
}

/** The times within the horizon that the calendar blocks, in order; those that overlap or touch are one. */
export function expandFeed(text: string, asked: Asked): Outcome<Interval[], NoFeed> {
  const lines = linesIn(text)
  if (!lines.ok) return lines

  const { zone, horizon } = asked
  const work: Work = { steps: mostSteps }
  const named = clocksOf(lines.value.zones, { home: zone, horizon, work })
  const events = lines.value.events
    .filter((event) => !isLongOver(event, horizon))
    .map((event) => eventIn(event, { home: clockOf(zone), named }))
    .filter((event) => event !== null)

  const replaced = new Set(events.flatMap(replacedBy))
  const blocked: Interval[] = []
  for (const event of events) {
    if (!event.takesTime || isOurs(event, asked.ownDomain)) continue
    for (const time of timesOf(event, { horizon, work, replaced })) {
      if (overlaps(time, horizon)) blocked.push(time)
      if (blocked.length > mostTimes) return refused('too-much')
    }
    if (work.steps < 0) return refused('too-much')
  }
  return done(joined(blocked))
}

type Around = { horizon: Interval; work: Work; replaced: ReadonlySet<string> }

function* timesOf(event: FeedEvent, around: Around): Generator<Interval> {
  const excluded = new Set(event.notAt.flatMap((time) => keysNamedBy(event.uid, time)))
  const isElsewhere = (key: string) => event.insteadOf === null && around.replaced.has(key)
  const seen = new Set<EpochMs>()

  for (const { start, until } of startsOf(event, around)) {
    const keys = keysOf(event.uid, start)
    if (seen.has(start.at) || keys.some((key) => excluded.has(key) || isElsewhere(key))) continue
    seen.add(start.at)
    yield { from: start.at, until: until ?? endOf(event, start) }
  }
}

function* startsOf(event: FeedEvent, { horizon, work }: Around): Generator<FeedEvent['alsoAt'][number]> {
  yield { start: event.start }
  yield* event.alsoAt
  const { start, offsetAt, length } = event
  const back = length.days * millisecondsInDay + length.ms + milliseconds({ days: 2 })
  const within = {
    from: readingAt(horizon.from, offsetAt) - back,
    until: readingAt(horizon.until, offsetAt),
    offsetAt,
    work,
  }
  for (const rule of event.rules) {
    for (const wall of repeats(rule, start, within)) {
      yield { start: { wall, isDate: start.isDate, at: instantReading(wall, offsetAt) } }
    }
  }
}

function endOf({ length, offsetAt }: FeedEvent, { wall, at }: When): EpochMs {
  if (length.days === 0) return at + length.ms
  return instantReading(wall + length.days * millisecondsInDay, offsetAt) + length.ms
}

/** The time of the repeated event that an exception stands for. */
function replacedBy({ uid, insteadOf }: FeedEvent): string[] {
  return uid && insteadOf ? keysNamedBy(uid, insteadOf) : []
}

/** What names a time by its day only, as some programs do, names every time of that day. */
function keysNamedBy(uid: string, time: When): string[] {
  const [byInstant, byDay] = keysOf(uid, time)
  return time.isDate ? [byInstant, byDay] : [byInstant]
}

function keysOf(uid: string, start: When): [byInstant: string, byDay: string] {
  return [`${uid} at ${start.at}`, `${uid} on ${dayOf(start)}`]
}

function dayOf({ wall }: When): number {
  return Math.floor(wall / millisecondsInDay)
}

function isOurs({ uid }: FeedEvent, ownDomain: string): boolean {
  return uid.toLowerCase().endsWith(`@${ownDomain.toLowerCase()}`)
}

/** Most of a file is past and happens once: that is not worth reading closely. */
function isLongOver(lines: readonly string[], horizon: Interval): boolean {
  if (lines.some((line) => /^(RRULE|RDATE|DURATION|RECURRENCE-ID)[;:]/i.test(line))) return false
  const dates = lines.map((line) => /^DT(?:START|END)[^:]*:(\d{8})(T|$)/i.exec(line)?.[1]).filter(Boolean)
  const lately = new Date(horizon.from - milliseconds({ days: 3 })).toISOString().slice(0, 10)
  return dates.length > 0 && dates.every((date) => (date ?? '') < lately.replaceAll('-', ''))
}
