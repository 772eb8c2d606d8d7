/** What is behind a refusal in words, with the page where it can be looked at or changed. */
import { paths } from '#app/paths.ts'
import type { BookingWindow } from '#app/slots/booking-window.ts'
import type { ExplainedStart, ShutBy } from '#app/slots/explain-day.ts'
import type { Limit } from '#app/slots/limits.ts'
import type { RefusalReason } from '#app/slots/slots.ts'
import { count, sayMinutes } from '#app/time/say-duration.ts'
import { sayCalendarDate, sayClearTime } from '#app/time/say.ts'
import type { Interval, TimeZone } from '#app/time/types.ts'

/** What stands behind a refusal, and the page that shows it. */
export type Cause = { words: string; href: string | null }

/** What the rules are called, as far as they can be behind a refusal on that day. */
export type Names = {
  host: { slug: string; name: string }
  type: { slug: string; minutes: number; noticeMinutes: number; window: BookingWindow }
  day: Interval & { timeZone: TimeZone }
  schedule: string
  closures: readonly string[]
  daysOff: readonly string[]
  holiday: string
}

/** Why a start is not offered. */
export function causesOf(start: ExplainedStart<Cause>, reason: RefusalReason, names: Names): Cause[] {
  const { type, day } = names
  const typePage = paths.staff.type(type.slug)
  switch (reason) {
    case 'past':
      return [{ words: 'It has begun already.', href: null }]
    case 'notice':
      return [{ words: `Visitors book at least ${sayMinutes(type.noticeMinutes)} ahead.`, href: typePage }]
    case 'window':
      return [{ words: sayWindow(type.window), href: typePage }]
    case 'limit':
      return start.limits.map((limit) => sayLimit(limit, names))
    case 'taken':
      return start.takenBy.map(({ name, isBuffer }) => ({
        words: isBuffer ? `Too close to ${name.words}: a buffer keeps it free.` : `Taken by ${name.words}.`,
        href: name.href,
      }))
    case 'hours':
    case 'grid':
    case 'closed': {
      const end = start.hoursEnd === null ? '' : ` at ${sayClearTime(start.hoursEnd, day.timeZone)}`
      const words = `A meeting of ${sayMinutes(type.minutes)} would not end before the hours do${end}.`
      return [{ words, href: paths.staff.calendarHours(names.host.slug) }]
    }
    default:
      return reason satisfies never
  }
}

function sayWindow(window: BookingWindow): string {
  if (window.kind === 'dates')
    return `It can be booked from ${sayCalendarDate(window.from)} to ${sayCalendarDate(window.until)} only.`
  const days = count(window.days, window.kind === 'days' ? 'day' : 'business day')
  return `It can be booked for ${days}, today included.`
}

function sayLimit({ of, per, most, minutes }: Limit, { host, type }: Names): Cause {
  const rule = minutes
    ? `at most ${sayMinutes(most)} of meetings a ${per}, and too few are left that ${per}`
    : `at most ${count(most, 'meeting')} a ${per}, and as many stand that ${per}`
  return of === 'type'
    ? { words: `For this type ${host.name} holds ${rule}.`, href: paths.staff.type(type.slug) }
    : { words: `${host.name} holds ${rule}.`, href: paths.staff.calendar(host.slug) }
}

/** Why the whole day is shut. */
export function sayShut(by: ShutBy, names: Names): Cause[] {
  const dates = paths.staff.calendarDates(names.host.slug)
  switch (by) {
    case 'closure':
      return names.closures.map((name) => ({
        words: `The firm is closed: ${name}.`,
        href: paths.staff.closures(),
      }))
    case 'day-off':
      return names.daysOff.map((reason) => ({
        words: reason ? `${names.host.name} is off: ${reason}.` : `${names.host.name} is off.`,
        href: dates,
      }))
    case 'holiday':
      return [{ words: `Public holiday: ${names.holiday}.`, href: dates }]
    case 'override':
      return [{ words: 'This date was closed by hand.', href: dates }]
    default:
      return by satisfies never
  }
}
