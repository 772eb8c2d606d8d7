import { expect, test } from 'vitest'
import { calendarDate, storedDate } from './stored-dates.ts'
import type { CalendarDate } from './types.ts'

test('a date is stored as midnight UTC and read as what it was, wherever the server stands', () => {
  const leapDay = '2028-02-29' as CalendarDate

  expect(storedDate(leapDay)).toEqual(new Date('2028-02-29T00:00:00Z'))
  expect(calendarDate(storedDate(leapDay))).toBe(leapDay)
})
