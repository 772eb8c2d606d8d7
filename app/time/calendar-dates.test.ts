import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  calendarDateSchema,
  datesBetween,
  daysBetween,
  firstOfMonth,
  isCalendarDate,
  isCalendarMonth,
  lastOfMonth,
  monthOf,
  weekdayOf,
  weeksOf,
  type CalendarMonth,
} from './calendar-dates.ts'
import type { CalendarDate } from './types.ts'

const date = (text: string) => text as CalendarDate
const month = (text: string) => text as CalendarMonth

test('only dates that exist are dates', () => {
  const texts = [
    '2028-02-29',
    '2027-02-29',
    '2027-02-30',
    '2027-13-01',
    '2027-00-10',
    '27-01-01',
    '2027-1-1',
    '0000-01-01',
  ]

  expect(texts.filter(isCalendarDate)).toEqual(['2028-02-29'])
  expect(calendarDateSchema.safeParse('2027-02-30').success).toBe(false)
  expect(calendarDateSchema.safeParse('2027-02-28\n').success).toBe(false)
  expect(calendarDateSchema.parse('2027-02-28')).toBe('2027-02-28')
})

test('days are added across months, leap days and years, forwards and backwards', () => {
  expect(addDays(date('2028-02-28'), 1)).toBe('2028-02-29')
  expect(addDays(date('2026-12-31'), 1)).toBe('2027-01-01')
  expect(addDays(date('2026-03-01'), -1)).toBe('2026-02-28')
  expect(addDays(date('1970-01-01'), -1)).toBe('1969-12-31')
})

test('days between two dates are counted without their hours', () => {
  expect(daysBetween({ from: date('2026-03-28'), until: date('2026-03-30') })).toBe(2)
  expect(daysBetween({ from: date('2026-03-30'), until: date('2026-03-28') })).toBe(-2)
})

test('a list of dates includes both its ends, and is empty backwards', () => {
  expect(datesBetween({ from: date('2026-12-30'), until: date('2027-01-01') })).toEqual([
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
  ])
  expect(datesBetween({ from: date('2027-01-01'), until: date('2026-12-31') })).toEqual([])
})

test('the week begins on Monday', () => {
  expect(weekdayOf(date('2026-11-30'))).toBe(1)
  expect(weekdayOf(date('2026-12-06'))).toBe(7)
  expect(weekdayOf(date('1969-12-31'))).toBe(3)
})

test('months follow one another across the year, and know their first and last day', () => {
  expect(monthOf(date('2026-12-24'))).toBe('2026-12')
  expect(addMonths(month('2026-12'), 1)).toBe('2027-01')
  expect(addMonths(month('2026-01'), -1)).toBe('2025-12')
  expect(firstOfMonth(month('2028-02'))).toBe('2028-02-01')
  expect(lastOfMonth(month('2028-02'))).toBe('2028-02-29')
  expect(['2026-12', '2026-13', '2026-1', '2026'].filter(isCalendarMonth)).toEqual(['2026-12'])
})

test('the grid of a month has whole weeks from Monday to Sunday', () => {
  const december = weeksOf(month('2026-12'))

  expect(december).toHaveLength(5)
  expect(december.every((week) => week.length === 7)).toBe(true)
  expect(december[0]?.[0]).toBe('2026-11-30')
  expect(december[4]?.[6]).toBe('2027-01-03')
})

test('a month that fills its weeks exactly shows no neighbour', () => {
  const february = weeksOf(month('2027-02'))

  expect(february).toHaveLength(4)
  expect([february[0]?.[0], february[3]?.[6]]).toEqual(['2027-02-01', '2027-02-28'])
})
