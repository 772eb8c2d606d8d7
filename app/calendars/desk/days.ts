/** Days that people put into calendars: which are allowed, and how they are said. */
import type { DateRange } from '#app/slots/stays.ts'
import { addDays, daysBetween } from '#app/time/calendar-dates.ts'
import { sayDayInYear } from '#app/time/say.ts'
import type { CalendarDate } from '#app/time/types.ts'

const longest = 731
const farthest = 5 * 366

/** What is wrong with these days, and at which end; null when they may be. Both are included. */
export function whyNotDays(
  { from, until }: DateRange,
  today: CalendarDate,
): { end: 'from' | 'until'; message: string } | null {
  if (until < from) return { end: 'until', message: 'The last day lies before the first one.' }
  if (until < today) return { end: 'until', message: 'This is over already. Choose a day from today on.' }
  if (until > addDays(today, farthest))
    return { end: 'until', message: 'Choose a day within the next five years.' }
  if (daysBetween({ from, until }) > longest)
    return { end: 'until', message: 'Two years at a time are the most.' }
  return null
}

/** `'Tue 1 Dec'`, `'Tue 1 – Fri 4 Dec'`, `'Mon 28 Dec – Sun 3 Jan 2027'`. */
export function sayDays({ from, until }: DateRange): string {
  const [first, last] = [partsOf(from), partsOf(until)]
  const end = `${last.weekday} ${last.day} ${last.month}`
  if (from === until) return end
  if (from.slice(0, 7) === until.slice(0, 7)) return `${first.weekday} ${first.day} – ${end}`
  const year = from.slice(0, 4) === until.slice(0, 4) ? '' : ` ${until.slice(0, 4)}`
  return `${first.weekday} ${first.day} ${first.month} – ${end}${year}`
}

function partsOf(date: CalendarDate) {
  const [weekday = '', day = '', month = ''] = sayDayInYear(date).split(' ')
  return { weekday: weekday.slice(0, 3), day, month: month.slice(0, 3) }
}
