/** The same repeated meetings, worked out a second time by luxon, day by day. */
import { assert, constantFrom, integer, property, record, subarray } from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test, vi } from 'vitest'
import { joined } from '#app/time/intervals.ts'
import type { Interval, TimeZone } from '#app/time/types.ts'
import { expandFeed } from './expand-feed.ts'
import { calendarOf, eventOf } from './feeds.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const horizon = { from: Date.parse('2026-11-22'), until: Date.parse('2027-12-27') }
const zones = [
  ...['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'],
  ...['America/St_Johns', 'Africa/Cairo', 'America/Santiago', 'Pacific/Auckland'],
]
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const weekly = record({
  zone: constantFrom(...zones),
  /** Days from 1 January 2024 to the first one. */
  startDay: integer({ min: 800, max: 1200 }),
  /** From three in the morning on: earlier, some clock changes make a time happen twice or not at all. */
  hour: integer({ min: 3, max: 22 }),
  minute: constantFrom(0, 15, 30),
  minutes: constantFrom(30, 60, 600),
  interval: integer({ min: 1, max: 4 }),
  days: subarray(weekdays, { minLength: 1 }),
  /** Every so many-th start is dropped by an EXDATE; 0 drops none. */
  dropEvery: integer({ min: 0, max: 5 }),
})
type Weekly = Parameters<Parameters<typeof weekly.filter>[0]>[0]

function startOf({ zone, startDay, hour, minute, days }: Weekly): DateTime {
  const first = DateTime.fromObject({ year: 2024, month: 1, day: 1, hour, minute }, { zone }).plus({
    days: startDay,
  })
  const candidates = Array.from({ length: 7 }, (_, i) => first.plus({ days: i }))
  return candidates.find((day) => days.includes(weekdays[day.weekday - 1] ?? '')) ?? first
}

/** Every day from the first one on, asked whether it is one of the weekdays of a week that counts. */
function startsByHand(meeting: Weekly): DateTime[] {
  const first = startOf(meeting)
  const count = Math.ceil((horizon.until - first.toMillis()) / 86_400_000) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => i)
    .filter((day) => {
      const sinceMonday = first.weekday - 1 + day
      const isWeek = Math.floor(sinceMonday / 7) % meeting.interval === 0
      return isWeek && meeting.days.includes(weekdays[sinceMonday % 7] ?? '')
    })
    .map((day) => first.plus({ days: day }))
}

/** The file of the meeting, and what it blocks. */
function writtenAndByHand(meeting: Weekly): { text: string; byHand: Interval[]; offsets: number } {
  const local = (time: DateTime) => time.toFormat("yyyyLLdd'T'HHmmss")
  const { zone, minutes, interval, days, dropEvery } = meeting
  const starts = startsByHand(meeting)
  const isDropped = (index: number) => dropEvery > 0 && index % dropEvery === 0
  const text = calendarOf(
    eventOf(
      `DTSTART;TZID=${zone}:${local(startOf(meeting))}`,
      `DURATION:PT${minutes}M`,
      `RRULE:FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join(',')}`,
      ...starts.filter((_, index) => isDropped(index)).map((start) => `EXDATE;TZID=${zone}:${local(start)}`),
    ),
  )
  const byHand = starts
    .filter((_, index) => !isDropped(index))
    .map((start) => ({ from: start.toMillis(), until: start.toMillis() + minutes * 60_000 }))
    .filter(({ from, until }) => from < horizon.until && until > horizon.from)
  return { text, byHand: joined(byHand), offsets: new Set(starts.map(({ offset }) => offset)).size }
}

function expanded(text: string): Interval[] {
  const found = expandFeed(text, { zone: 'UTC' as TimeZone, horizon, ownDomain: 'benchline.example' })
  if (!found.ok) throw new Error(found.reason)
  return found.value
}

test('weekly meetings in eight zones, through every clock change, are where luxon finds them', () => {
  let changes = 0
  assert(
    property(weekly, (meeting) => {
      const { text, byHand, offsets } = writtenAndByHand(meeting)
      if (offsets > 1) changes += 1
      expect(expanded(text)).toEqual(byHand)
    }),
    { numRuns: 30 },
  )
  expect(changes).toBeGreaterThan(5)
})

test('days of the month by number and by weekday are where luxon finds them', () => {
  const monthly = record({
    zone: constantFrom(...zones),
    day: integer({ min: 1, max: 28 }),
    nth: constantFrom(1, 2, 3, 4, -1),
    weekday: integer({ min: 1, max: 7 }),
  })
  assert(
    property(monthly, ({ zone, day, nth, weekday }) => {
      const numbered = calendarOf(
        eventOf(
          `DTSTART;TZID=${zone}:202601${String(day).padStart(2, '0')}T120000`,
          'DURATION:PT30M',
          'RRULE:FREQ=MONTHLY',
        ),
      )
      const first = nthWeekday(2026, 1, { nth, weekday, zone })
      const named = calendarOf(
        eventOf(
          `DTSTART;TZID=${zone}:${first.toFormat("yyyyLLdd'T'HHmmss")}`,
          'DURATION:PT30M',
          `RRULE:FREQ=MONTHLY;BYDAY=${nth}${weekdays[weekday - 1]}`,
        ),
      )
      const months = Array.from({ length: 24 }, (_, i) => [2026 + Math.floor(i / 12), (i % 12) + 1] as const)
      const noon = (year: number, month: number) =>
        DateTime.fromObject({ year, month, day, hour: 12 }, { zone }).toMillis()

      expect(expanded(numbered).map(({ from }) => from)).toEqual(
        months.map(([year, month]) => noon(year, month)).filter(isAhead),
      )
      expect(expanded(named).map(({ from }) => from)).toEqual(
        months
          .map(([year, month]) => nthWeekday(year, month, { nth, weekday, zone }).toMillis())
          .filter(isAhead),
      )
    }),
    { numRuns: 15 },
  )
})

function nthWeekday(
  year: number,
  month: number,
  { nth, weekday, zone }: { nth: number; weekday: number; zone: string },
): DateTime {
  const first = DateTime.fromObject({ year, month, hour: 12 }, { zone })
  const days = Array.from({ length: first.daysInMonth ?? 0 }, (_, i) => first.plus({ days: i }))
  const named = days.filter((day) => day.weekday === weekday)
  const found = named.at(nth > 0 ? nth - 1 : nth)
  if (!found) throw new Error('there is no such weekday')
  return found
}

function isAhead(at: number): boolean {
  return at + 30 * 60_000 > horizon.from && at < horizon.until
}
