/** Random situations for the slot properties: calendars, meetings, busy times, mostly around a clock change. */
import * as fc from 'fast-check'
import type { HostRules, TimeRange } from './availability.ts'
import type { BookingWindow } from './booking-window.ts'
import type { Limit } from './limits.ts'
import { date, utc } from './rules.fixture.ts'
import { clockChanges, type ClockChange } from './slots.oracle.fixture.ts'
import type { Busy, MeetingRules } from './slots.ts'
import type { Journey } from './stays.ts'
import type { Weekday } from '#app/time/calendar-dates.ts'
import type { LocalTime, TimeZone } from '#app/time/types.ts'

const minute = 60_000
const quarter = 15 * minute
const dayLength = 1440 * minute

/** Forty zones: whole, half and quarter hours off UTC, changes by two hours, one and half of one, some at midnight. */
const zones = [
  ...['America/New_York', 'America/Chicago', 'America/Los_Angeles', 'America/St_Johns', 'America/Halifax'],
  ...['America/Havana', 'America/Santiago', 'America/Asuncion', 'America/Sao_Paulo', 'America/Nuuk'],
  ...['America/Scoresbysund', 'Pacific/Easter', 'Pacific/Honolulu', 'Pacific/Chatham', 'Pacific/Kiritimati'],
  ...['Pacific/Auckland', 'Pacific/Norfolk', 'Atlantic/Azores', 'Atlantic/Reykjavik', 'Europe/London'],
  ...['Europe/Dublin', 'Europe/Berlin', 'Europe/Athens', 'Europe/Kyiv', 'Europe/Chisinau'],
  ...['Africa/Cairo', 'Africa/Casablanca', 'Africa/Johannesburg', 'Asia/Beirut', 'Asia/Jerusalem'],
  ...['Asia/Dubai', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Yangon', 'Asia/Tokyo'],
  ...['Australia/Adelaide', 'Australia/Sydney', 'Australia/Lord_Howe', 'Australia/Eucla', 'Antarctica/Troll'],
]

const years = { from: utc('2026-01-01T00:00'), until: utc('2029-01-01T00:00') }

/** Every clock change of these zones from 2026 to 2028. */
export const changes = clockChanges(zones, years)

const weekdays: Weekday[] = [1, 2, 3, 4, 5, 6, 7]

export type Situation = {
  host: HostRules
  meeting: MeetingRules
  busy: Busy
  now: number
  from: number
  change: ClockChange | undefined
}

/** Two days asked for, mostly around a clock change, on a calendar with something of everything close to it. */
export function situations(): fc.Arbitrary<Situation> {
  const anywhere = fc.record({
    zone: fc.constantFrom(...zones),
    hour: fc.integer({ min: 0, max: (years.until - years.from) / 3_600_000 - 1 }),
  })
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...changes).chain(situationsNear) },
    {
      weight: 1,
      arbitrary: anywhere.chain(({ zone, hour }) => situationsAt(zone, years.from + hour * 60 * minute)),
    },
  )
}

/** The change lies inside the two days, and the host lives in its zone or has travelled there. */
export function situationsNear(change: ClockChange): fc.Arbitrary<Situation> {
  return fc
    .integer({ min: -130, max: -20 })
    .chain((quarters) => situationsAt(change.zone, change.at + quarters * quarter, change))
}

function situationsAt(zone: string, from: number, change?: ClockChange): fc.Arbitrary<Situation> {
  return fc.record({
    host: hosts(zone, from),
    meeting: meetings(from),
    busy: busyTimes(from),
    now: fc.integer({ min: from - 3 * dayLength, max: from + dayLength / 2 }),
    from: fc.constant(from),
    change: fc.constant(change),
  })
}

function hosts(timeZone: string, from: number): fc.Arbitrary<HostRules> {
  const dates = fc.integer({ min: -2, max: 4 }).map((day) => dateNear(from, day))
  const weekday = fc.constantFrom<Weekday[]>(...weekdays)
  const someHours = fc.array(fc.tuple(weekday, ranges()), { minLength: 7, maxLength: 21 })
  const weeks = fc.oneof(
    { weight: 6, arbitrary: someHours.map((all) => all.map(([day, range]) => ({ weekday: day, ...range }))) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(weekdays, weekdays.slice(0, 5), weekdays.slice(5)).map(wholeDays),
    },
  )
  const spans = fc
    .array(fc.tuple(dates, fc.integer({ min: 0, max: 1 })), { maxLength: 1 })
    .map((all) => all.map(([first, days]) => ({ from: first, until: dateNear(Date.parse(first), days) })))
  const rarely = <Value>(some: fc.Arbitrary<Value[]>) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some })

  const places = fc.oneof(
    { weight: 4, arbitrary: fc.record({ timeZone: zone(timeZone), travel: fc.constant([]) }) },
    { weight: 2, arbitrary: fc.record({ timeZone: zone(timeZone), travel: journeys(zone(...zones), from) }) },
    { weight: 2, arbitrary: fc.record({ timeZone: zone(...zones), travel: journeys(zone(timeZone), from) }) },
  )
  const others = fc.record({
    weeklyHours: weeks,
    overrides: fc.array(fc.record({ date: dates, ranges: fc.array(ranges(), { maxLength: 3 }) }), {
      maxLength: 2,
    }),
    daysOff: rarely(spans),
    closures: rarely(spans),
    holidays: rarely(fc.array(dates, { maxLength: 2 })),
  })
  return fc.tuple(places, others).map(([place, rest]) => ({ ...place, ...rest }))
}

function zone(...names: readonly string[]): fc.Arbitrary<TimeZone> {
  return fc.constantFrom(...names).map((name) => name as TimeZone)
}

/** One to three journeys, in any order, each a few days long; most begin the day after the one before ends. */
function journeys(first: fc.Arbitrary<TimeZone>, from: number): fc.Arbitrary<Journey[]> {
  const short = fc.constantFrom(0, 0, 1, 2)
  const stay = (place: fc.Arbitrary<TimeZone>) =>
    fc.record({ timeZone: place, days: short, home: fc.constantFrom(0, 0, 0, 1) })
  return fc
    .tuple(
      fc.integer({ min: -2, max: 2 }),
      stay(first),
      fc.array(stay(zone(...zones)), { maxLength: 2 }),
      fc.boolean(),
    )
    .map(([begin, one, more, backwards]) => {
      let day = begin
      const planned = [one, ...more].map(({ timeZone, days, home }) => {
        const journey = { from: dateNear(from, day), until: dateNear(from, day + days), timeZone }
        day += days + 1 + home
        return journey
      })
      return backwards ? planned.toReversed() : planned
    })
}

/** Bounds fall on quarters and crowd the hours in which clocks change. */
function ranges(): fc.Arbitrary<TimeRange> {
  const bound = fc.oneof(
    fc.integer({ min: 0, max: 16 }),
    fc.integer({ min: 0, max: 96 }),
    fc.constantFrom(0, 96),
  )
  return fc
    .tuple(bound, bound)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ from: clock(Math.min(a, b)), until: clock(Math.max(a, b)) }))
}

function meetings(from: number): fc.Arbitrary<MeetingRules> {
  const few = fc.integer({ min: 1, max: 4 })
  return fc.record({
    minutes: fc.constantFrom(15, 20, 30, 45, 60, 90, 240),
    stepMinutes: fc.constantFrom(5, 10, 15, 30, 45, 50, 60),
    bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 15, 60),
    bufferAfterMinutes: fc.constantFrom(0, 0, 10, 30),
    noticeMinutes: fc.constantFrom(0, 0, 0, 15, 240, 1440),
    window: fc.oneof<fc.Arbitrary<BookingWindow>[]>(
      ...Array.from({ length: 4 }, () => fc.constant({ kind: 'days' as const, days: 365 })),
      few.map((days) => ({ kind: 'days' as const, days })),
      few.map((days) => ({ kind: 'business-days' as const, days })),
      few.map((days) => ({ kind: 'dates' as const, from: dateNear(from, 0), until: dateNear(from, days) })),
    ),
  })
}

function busyTimes(from: number): fc.Arbitrary<Busy> {
  const start = fc.integer({ min: -12, max: 600 })
  const interval = fc.tuple(start, fc.integer({ min: 0, max: 24 })).map(([at, length]) => ({
    from: from + at * 5 * minute,
    until: from + (at + length) * 5 * minute,
  }))
  const intervals = fc.array(interval, { maxLength: 6 })
  return fc.record({ blocked: intervals, external: intervals, limits: limits(from) })
}

/** None, or one or two that are full, nearly full or far from it, by meetings or by minutes. */
function limits(from: number): fc.Arbitrary<Limit[]> {
  const near = fc.integer({ min: 0, max: 191 }).map((quarters) => from + quarters * quarter)
  const far = fc.integer({ min: -60, max: 60 }).map((days) => from + days * dayLength)
  const length = fc.constantFrom(15, 30, 60)
  const meetings = fc.array(fc.tuple(fc.oneof(near, near, far), length), { minLength: 2, maxLength: 8 })
  const limit = fc.record({
    per: fc.constantFrom<Limit['per'][]>('day', 'week', 'month', 'year'),
    most: fc.integer({ min: 1, max: 4 }),
    held: meetings,
    inMinutes: fc.boolean(),
    isMove: fc.constantFrom(false, false, false, true),
    moved: near,
  })
  const some = fc.array(limit, { minLength: 1, maxLength: 2 }).map((all) =>
    all.map(({ per, most, held, inMinutes, isMove, moved }) => ({
      per,
      most: inMinutes ? most * 30 : most,
      starts: held.map(([start]) => start),
      minutes: inMinutes ? held.map(([, minutes]) => minutes) : undefined,
      movedFrom: isMove ? moved : undefined,
    })),
  )
  return fc.oneof(fc.constant<Limit[]>([]), some)
}

function wholeDays(all: readonly Weekday[]) {
  return all.map((weekday) => ({ weekday, from: clock(0), until: clock(96) }))
}

function clock(quarters: number): LocalTime {
  return `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}` as LocalTime
}

function dateNear(at: number, days: number) {
  return date(new Date(at + days * dayLength).toISOString().slice(0, 10))
}
