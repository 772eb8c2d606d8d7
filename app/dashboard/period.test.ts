import { expect, test } from 'vitest'
import type { CalendarDate } from '#app/time/types.ts'
import { lastDayOf, readPeriod, wholeOf } from './period.ts'

/** A Saturday. */
const today = '2026-11-28' as CalendarDate

function read(address: string) {
  return readPeriod(new URLSearchParams(address), today)
}

test('without a word it is thirteen whole weeks, the last of them that of today', () => {
  const period = read('')

  expect(period).toMatchObject({ length: 13, isCurrent: true })
  expect(period.weeks).toHaveLength(13)
  expect(period.weeks.at(-1)).toEqual({ from: '2026-11-23', until: '2026-11-29' })
  expect(wholeOf(period)).toEqual({ from: '2026-08-31', until: '2026-11-29' })
})

test('weeks follow each other without a gap', () => {
  const weeks = read('weeks=4').weeks.map(({ from, until }) => `${from}..${until}`)

  expect(weeks).toEqual([
    '2026-11-02..2026-11-08',
    '2026-11-09..2026-11-15',
    '2026-11-16..2026-11-22',
    '2026-11-23..2026-11-29',
  ])
})

test('any day names the week that it lies in', () => {
  expect(wholeOf(read('weeks=4&until=2026-10-07'))).toEqual({ from: '2026-09-14', until: '2026-10-11' })
  expect(read('weeks=4&until=2026-10-07').isCurrent).toBe(false)
})

test('earlier and later lead to the weeks beside', () => {
  const period = read('weeks=4&until=2026-10-07')

  expect(lastDayOf(period, 'earlier')).toBe('2026-09-13')
  expect(lastDayOf(period, 'later')).toBe('2026-11-08')
})

test('weeks to come and words that mean nothing are the usual weeks', () => {
  expect(read('until=2030-01-01')).toEqual(read(''))
  expect(read('weeks=5&until=soon')).toEqual(read(''))
})
