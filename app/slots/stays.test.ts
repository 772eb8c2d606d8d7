import { expect, test } from 'vitest'
import type { TimeZone } from '#app/time/types.ts'
import { openRanges } from './availability.ts'
import { between, days, everyDay, host, hours, inUtc, rangesInUtc, utc } from './rules.fixture.ts'
import { zoneAt } from './stays.ts'

const journey = (timeZone: string, from: string, until = from) => ({
  ...days(from, until),
  timeZone: timeZone as TimeZone,
})

test('a journey lasts from the first midnight there to the one after its last day', () => {
  const traveller = host('Europe/Berlin', [], { travel: [journey('Asia/Tokyo', '2026-12-02', '2026-12-03')] })

  const moments = ['2026-12-01T14:59', '2026-12-01T15:00', '2026-12-03T14:59', '2026-12-03T15:00']

  expect(moments.map((at) => zoneAt(traveller, utc(at)))).toEqual([
    'Europe/Berlin',
    'Asia/Tokyo',
    'Asia/Tokyo',
    'Europe/Berlin',
  ])
})

test('a host from Kolkata who is in New York for a day works from nine to five on the clocks there', () => {
  const traveller = host('Asia/Kolkata', everyDay('09:00-17:00'), {
    travel: [journey('America/New_York', '2026-12-02')],
  })

  const open = openRanges(traveller, between('2026-12-01T00:00', '2026-12-04T00:00'))

  expect(rangesInUtc(open)).toEqual([
    '2026-12-01T03:30 - 2026-12-01T11:30',
    // At home until it is midnight in New York, which is half past ten in the morning in Kolkata.
    '2026-12-02T03:30 - 2026-12-02T05:00',
    '2026-12-02T14:00 - 2026-12-02T22:00',
    '2026-12-03T05:00 - 2026-12-03T11:30',
  ])
})

test('between two journeys that touch nobody is at home', () => {
  const traveller = host('Asia/Kolkata', everyDay('09:00-17:00'), {
    travel: [journey('America/New_York', '2026-12-02'), journey('Europe/Berlin', '2026-12-01')],
  })

  const open = openRanges(traveller, between('2026-12-01T00:00', '2026-12-03T00:00'))

  expect(rangesInUtc(open)).toEqual([
    '2026-12-01T08:00 - 2026-12-01T16:00',
    '2026-12-02T14:00 - 2026-12-02T22:00',
  ])
})

test('of journeys to the east that touch, the second begins when the first is over', () => {
  const traveller = host('UTC', [], {
    travel: [journey('America/New_York', '2026-12-01'), journey('Asia/Tokyo', '2026-12-02')],
  })

  const moments = ['2026-12-02T04:59', '2026-12-02T05:00', '2026-12-02T15:00']

  expect(moments.map((at) => zoneAt(traveller, utc(at)))).toEqual(['America/New_York', 'Asia/Tokyo', 'UTC'])
})

test('the hour that a clock repeats where the host travels counts twice', () => {
  const traveller = host('Asia/Kolkata', hours({ sun: '00:30-03:00' }), {
    travel: [journey('America/New_York', '2026-10-31', '2026-11-02')],
  })

  const open = openRanges(traveller, between('2026-11-01T00:00', '2026-11-02T00:00'))

  expect(rangesInUtc(open)).toEqual(['2026-11-01T04:30 - 2026-11-01T08:00'])
})

test('around the clock, the grid begins again at midnight where the host is, and with each arrival', () => {
  const traveller = host('Europe/Berlin', everyDay('00:00-24:00'), {
    travel: [journey('Asia/Kathmandu', '2026-12-02')],
  })

  const [open, ...others] = openRanges(traveller, between('2026-12-01T12:00', '2026-12-03T12:00'))

  expect(others).toEqual([])
  expect(open?.gridStarts.filter((at) => at > utc('2026-12-01T00:00')).map(inUtc)).toEqual(
    expect.arrayContaining(['2026-12-01T18:15', '2026-12-02T18:15', '2026-12-02T23:00']),
  )
  expect(open?.gridStarts.map(inUtc)).not.toContain('2026-12-01T23:00')
})

test('a range of many days is found whole although a journey lies at its edge', () => {
  const weekdays = host('Asia/Kolkata', everyDay('00:00-24:00').slice(0, 5), {
    travel: [journey('America/New_York', '2026-12-01', '2026-12-02')],
  })

  const open = openRanges(weekdays, between('2026-12-03T12:00', '2026-12-03T13:00'))

  expect(rangesInUtc(open)).toEqual(['2026-11-29T18:30 - 2026-12-04T18:30'])
})
