/**
 * Squares on a calendar, in no zone: counting, weekdays, months. A date is also the number of days since 1 January 1970,
 * which is what the slot engine counts with. `addDays('2026-12-31', 1)` is `'2027-01-01'`, whatever the clocks do.
 */
import { millisecondsInDay } from 'date-fns/constants'
import { z } from 'zod'
import type { CalendarDate } from './types.ts'

/** ISO: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A page of the calendar: `'2026-12'`. */
export type CalendarMonth = string & { readonly __brand: 'CalendarMonth' }

/** The years of the dates and instants that are understood here, both included. */
export const calendarYears = { first: 1900, last: 2199 } as const

/** A date that exists, from 1900 to 2199: 30 February does not. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false
  const at = Date.parse(text)
  return !Number.isNaN(at) && isoDate(at) === text
}

/** Whether a moment lies in those years, so that it can be reckoned with and stored. */
export function isOnCalendar(moment: Date): boolean {
  const year = moment.getUTCFullYear()
  return calendarYears.first <= year && year <= calendarYears.last
}

export const calendarDateSchema = z
  .string()
  .refine(isCalendarDate, 'Write a date such as 2026-12-01')
  .transform((text) => text as CalendarDate)

/** Days since 1 January 1970. A date alone is read as UTC by the language itself, so no zone is involved. */
export function dayNumber(date: CalendarDate): number {
  return Date.parse(date) / millisecondsInDay
}

export function dateOfDay(day: number): CalendarDate {
  return isoDate(day * millisecondsInDay) as CalendarDate
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDay(dayNumber(date) + days)
}

/** How many days `until` lies after `from`; negative when it lies before. */
export function daysBetween({ from, until }: { from: CalendarDate; until: CalendarDate }): number {
  return dayNumber(until) - dayNumber(from)
}

/** Every date from `from` to `until`, both included; none when `until` lies before. */
export function datesBetween({ from, until }: { from: CalendarDate; until: CalendarDate }): CalendarDate[] {
  return Array.from({ length: Math.max(0, daysBetween({ from, until }) + 1) }, (_, i) => addDays(from, i))
}

export function weekdayOf(date: CalendarDate): Weekday {
  return weekdayOfDay(dayNumber(date))
}

/** 1 January 1970, day 0, is a Thursday. */
export function weekdayOfDay(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday
}

export function isCalendarMonth(text: string): text is CalendarMonth {
  return isCalendarDate(`${text}-01`)
}

export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7) as CalendarMonth
}

export function addMonths(month: CalendarMonth, months: number): CalendarMonth {
  const at = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + months)
  return isoDate(at).slice(0, 7) as CalendarMonth
}

export function firstOfMonth(month: CalendarMonth): CalendarDate {
  return `${month}-01` as CalendarDate
}

export function lastOfMonth(month: CalendarMonth): CalendarDate {
  return addDays(firstOfMonth(addMonths(month, 1)), -1)
}

/**
 * The rows of a month grid, each seven dates from Monday to Sunday. The first and last row may begin and end in the
 * neighbouring months; `monthOf(date) === month` tells which dates are the month's own.
 */
export function weeksOf(month: CalendarMonth): CalendarDate[][] {
  const first = dayNumber(firstOfMonth(month))
  const monday = first - (weekdayOfDay(first) - 1)
  const rows = Math.ceil((dayNumber(lastOfMonth(month)) - monday + 1) / 7)
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => dateOfDay(monday + row * 7 + column)),
  )
}

function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
