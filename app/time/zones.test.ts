import { expect, test } from 'vitest'
import type { TimeZone } from './types.ts'
import { isTimeZone, offsetAt, offsetPeriods, timeZoneSchema } from './zones.ts'

const zone = (name: string) => name as TimeZone
const hours = (zoneName: string, at: string) => offsetAt(zone(zoneName), Date.parse(at)) / 3_600_000

test('names that browsers send are zones, in the case they were sent', () => {
  const names = [
    'Asia/Kolkata',
    'Asia/Calcutta',
    'UTC',
    'Europe/Kyiv',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
    'europe/berlin',
  ]

  expect(names.filter(isTimeZone)).toEqual(names)
  expect(timeZoneSchema.parse('europe/berlin')).toBe('europe/berlin')
})

test('offsets, inventions, control characters and long texts are no zones', () => {
  const texts = [
    '+05:30',
    '-03:00',
    '+0530',
    '',
    ' UTC',
    'UTC\n',
    'Europe/Berlin\0',
    'Mars/Olympus',
    '../etc/passwd',
    'A'.repeat(5000),
    'Europe//Berlin',
  ]

  expect(texts.filter(isTimeZone)).toEqual([])
  expect(timeZoneSchema.safeParse('+05:30').success).toBe(false)
})

test('an offset is ahead of UTC in the east, behind in the west, and follows summer time', () => {
  expect(hours('Europe/Berlin', '2026-01-15T12:00Z')).toBe(1)
  expect(hours('Europe/Berlin', '2026-07-15T12:00Z')).toBe(2)
  expect(hours('America/New_York', '2026-01-15T12:00Z')).toBe(-5)
  expect(hours('Asia/Kathmandu', '2026-01-15T12:00Z')).toBe(5.75)
  expect(hours('Asia/Kolkata', '1969-12-31T23:59:59Z')).toBe(5.5)
})

test('the offset changes at the very millisecond of the clock change', () => {
  const change = Date.parse('2026-03-29T01:00Z')

  expect(offsetAt(zone('Europe/Berlin'), change - 1)).toBe(3_600_000)
  expect(offsetAt(zone('Europe/Berlin'), change)).toBe(7_200_000)
})

test('a lost day, a change of half an hour and a change near midnight are found to the second', () => {
  expect(hours('Pacific/Apia', '2011-12-30T09:59:59Z')).toBe(-10)
  expect(hours('Pacific/Apia', '2011-12-30T10:00:00Z')).toBe(14)
  expect(hours('Australia/Lord_Howe', '2026-10-03T15:29:59Z')).toBe(10.5)
  expect(hours('Australia/Lord_Howe', '2026-10-03T15:30:00Z')).toBe(11)
  expect(hours('America/Sao_Paulo', '2018-02-17T23:59:59Z')).toBe(-2)
  expect(hours('America/Sao_Paulo', '2018-02-18T02:00:00Z')).toBe(-3)
})

test('periods cover the time asked for and are cut at the changes', () => {
  const [from, until] = [Date.parse('2026-01-01T00:00Z'), Date.parse('2027-01-01T00:00Z')]

  const periods = offsetPeriods(zone('America/New_York'), { from, until })

  expect(periods.map((period) => new Date(period.from).toISOString())).toEqual([
    '2026-01-01T00:00:00.000Z',
    '2026-03-08T07:00:00.000Z',
    '2026-11-01T06:00:00.000Z',
  ])
  expect(periods.map((period) => period.offset / 3_600_000)).toEqual([-5, -4, -5])
  expect(periods.at(-1)?.until).toBe(until)
})

test('a period that begins or ends at a change is not cut there again', () => {
  const change = Date.parse('2026-03-08T07:00Z')

  expect(offsetPeriods(zone('America/New_York'), { from: change, until: change + 1 })).toHaveLength(1)
  expect(offsetPeriods(zone('America/New_York'), { from: change - 1, until: change })).toHaveLength(1)
})

test('answers stay right when more is asked than the cache holds', () => {
  const everyDayOfFortyYears = Array.from({ length: 14_610 }, (_, day) => day * 86_400_000)

  everyDayOfFortyYears.forEach((at) => offsetAt(zone('Europe/Berlin'), at))

  expect(hours('Europe/Berlin', '1975-07-01T00:00Z')).toBe(1)
  expect(hours('Europe/Berlin', '2026-07-01T00:00Z')).toBe(2)
})
