import { afterEach, expect, test } from 'vitest'
import { addDays, weekdayOf, weeksOf, type CalendarMonth } from './calendar-dates.ts'
import { dateIn, instantsAt, startOfDay, timeIn } from './instants.ts'
import { sayClearTime, sayMoment, sayShortDate } from './say.ts'
import type { CalendarDate, LocalTime, TimeZone } from './types.ts'
import { offsetAt } from './zones.ts'

const ownZone = process.env.TZ
afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ
  else process.env.TZ = ownZone
})

test('on a server in UTC, clock changes, days and words come out as in the table below', () => {
  expect(conversionsOnAServerIn('UTC')).toEqual({ summerOffset: 0, ...conversions })
})

test('a server in New York, behind UTC, reads the same instants, dates and words', () => {
  expect(conversionsOnAServerIn('America/New_York')).toEqual({ summerOffset: 240, ...conversions })
})

test('a server in Sydney, ahead of UTC, reads the same instants, dates and words', () => {
  expect(conversionsOnAServerIn('Australia/Sydney')).toEqual({ summerOffset: -600, ...conversions })
})

/** `summerOffset` is the server's own, in minutes: it shows that the server really is in that zone. */
function conversionsOnAServerIn(serverZone: string) {
  process.env.TZ = serverZone
  const berlin = 'Europe/Berlin' as TimeZone
  const newYork = 'America/New_York' as TimeZone
  const moment = Date.parse('2026-10-25T01:30Z')

  return {
    summerOffset: new Date('2026-07-01T00:00Z').getTimezoneOffset(),
    repeated: instantsAt('2026-10-25' as CalendarDate, '02:30' as LocalTime, berlin).map(inUtc),
    skipped: instantsAt('2026-03-08' as CalendarDate, '02:30' as LocalTime, newYork),
    dayStart: inUtc(startOfDay('2026-03-29' as CalendarDate, 'Asia/Beirut' as TimeZone)),
    offset: offsetAt(newYork, moment),
    reads: [dateIn(moment, newYork), timeIn(moment, newYork)],
    said: [sayMoment(moment, berlin), sayShortDate(moment, newYork), sayClearTime(moment, berlin)],
    dates: [addDays('2026-03-28' as CalendarDate, 2), weekdayOf('2026-03-29' as CalendarDate)],
    monthStart: weeksOf('2026-03' as CalendarMonth)[0]?.[0],
  }
}

const conversions = {
  repeated: ['2026-10-25T00:30', '2026-10-25T01:30'],
  skipped: [],
  dayStart: '2026-03-28T22:00',
  offset: -4 * 3_600_000,
  reads: ['2026-10-24', '21:30'],
  said: ['Sunday 25 October 2026, 02:30 CET (Berlin time)', 'Sat 24 Oct', '02:30 CET'],
  dates: ['2026-03-30', 7],
  monthStart: '2026-02-23',
}

function inUtc(at: number): string {
  return new Date(at).toISOString().slice(0, 16)
}
