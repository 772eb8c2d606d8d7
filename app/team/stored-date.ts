import type { CalendarDate } from '#app/time/types.ts'

/** How a column of type `date` holds a square on the calendar. */
export function storedDate(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`)
}
