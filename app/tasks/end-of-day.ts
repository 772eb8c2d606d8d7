import { addDays } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import type { TimeZone } from '#app/time/types.ts'

/** The first instant of tomorrow, on that clock. */
export function endOfDay(now: Date, zone: TimeZone): Date {
  return new Date(startOfDay(addDays(dateIn(now, zone), 1), zone))
}
