import { isOnCalendar } from '#app/time/calendar-dates.ts'

/** The instant in a link's `slot` or `at`, or null when it is none: a page's own links are the only ones that matter. */
export function readSlot(text: string | null | undefined): Date | null {
  if (!text || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text)) return null
  const start = new Date(text)
  return isOnCalendar(start) ? start : null
}
