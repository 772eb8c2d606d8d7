/**
 * How far ahead a visitor may book, cut at midnights in the host's zone. The start lies inside; the meeting may end after.
 * Thirty days on 1 March are 1 to 30 March: today counts, at whatever hour it is asked.
 */
import { dayNumber, dateOfDay, weekdayOfDay } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import type { CalendarDate, EpochMs, Interval } from '#app/time/types.ts'
import { holidaysAndClosures, type HostRules } from './availability.ts'

export type BookingWindow =
  | { kind: 'days'; days: number }
  /** Monday to Friday that are neither closure nor holiday; from any other day it counts from the next one. */
  | { kind: 'business-days'; days: number }
  /** Both dates are included. */
  | { kind: 'dates'; from: CalendarDate; until: CalendarDate }

/** No window at all, as far as calendars go. */
export const anyDate: BookingWindow = {
  kind: 'dates',
  from: '1900-01-01' as CalendarDate,
  until: '2199-12-31' as CalendarDate,
}

/** A closure without end must not be walked for ever: nobody can book during it anyway. */
const farthestDays = 3660

/** The starts that lie inside the window, the past of today among them. */
export function bookingWindow(host: HostRules, window: BookingWindow, now: EpochMs): Interval {
  const today = dayNumber(dateIn(now, host.timeZone))
  switch (window.kind) {
    case 'days':
      return wholeDays(host, { first: today, last: today + window.days - 1 })
    case 'business-days':
      return wholeDays(host, { first: today, last: lastBusinessDay(host, { today, count: window.days }) })
    case 'dates':
      return wholeDays(host, { first: dayNumber(window.from), last: dayNumber(window.until) })
    default:
      return window satisfies never
  }
}

/** The day on which the count is reached, `today` being the first when it is a business day itself. */
function lastBusinessDay(host: HostRules, { today, count }: { today: number; count: number }): number {
  const farthest = today + Math.max(farthestDays, count * 2)
  const free = holidaysAndClosures(host, { first: today, last: farthest })
  let [day, counted] = [today - 1, 0]

  while (counted < count && day < farthest) {
    day++
    if (weekdayOfDay(day) <= 5 && !free.has(day)) counted++
  }
  return day
}

function wholeDays({ timeZone }: HostRules, { first, last }: { first: number; last: number }): Interval {
  return { from: startOfDay(dateOfDay(first), timeZone), until: startOfDay(dateOfDay(last + 1), timeZone) }
}
