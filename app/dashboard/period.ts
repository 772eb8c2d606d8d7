/**
 * The weeks that the dashboard is about, as its address says: `?weeks=13&until=2026-11-29`. Whole weeks from Monday to
 * Sunday on the viewer's calendar; without `until` the last one is the week of today. What is malformed is ignored.
 */
import { z } from 'zod'
import { addDays, calendarDateSchema, weekdayOf } from '#app/time/calendar-dates.ts'
import { startOfDay } from '#app/time/instants.ts'
import type { CalendarDate, TimeZone } from '#app/time/types.ts'

export const lengths = [4, 13, 26, 52] as const
export type Length = (typeof lengths)[number]
const usualLength = 13

/** Both days included. */
export type Week = { from: CalendarDate; until: CalendarDate }
export type Period = { length: Length; weeks: readonly Week[]; isCurrent: boolean }

const lengthSchema = z
  .enum(['4', '13', '26', '52'])
  .transform((text): Length => lengths.find((length) => String(length) === text) ?? usualLength)
  .catch(usualLength)

export function readPeriod(query: URLSearchParams, today: CalendarDate): Period {
  const length = lengthSchema.parse(query.get('weeks'))
  const asked = calendarDateSchema.safeParse(query.get('until'))
  const last = asked.success && asked.data < today ? asked.data : today
  const monday = addDays(last, 1 - weekdayOf(last))
  const weeks = Array.from({ length }, (_, index): Week => {
    const from = addDays(monday, (index + 1 - length) * 7)
    return { from, until: addDays(from, 6) }
  })
  return { length, weeks, isCurrent: addDays(monday, 6) >= today }
}

/** When each week begins on a clock. */
export function beginningsOf(weeks: readonly Week[], zone: TimeZone): Date[] {
  return weeks.map(({ from }) => new Date(startOfDay(from, zone)))
}

/** When the last of them ends. */
export function endOf(weeks: readonly Week[], zone: TimeZone): Date {
  return new Date(startOfDay(addDays(wholeOf({ weeks }).until, 1), zone))
}

/** From the first day to the last. */
export function wholeOf({ weeks }: Pick<Period, 'weeks'>): Week {
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last) throw new Error('A period has at least a week')
  return { from: first.from, until: last.until }
}

/** The last day of as many weeks before these, or after them. */
export function lastDayOf(period: Period, turn: 'earlier' | 'later'): CalendarDate {
  return addDays(wholeOf(period).until, (turn === 'earlier' ? -7 : 7) * period.length)
}
