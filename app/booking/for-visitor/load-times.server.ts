import { spanOfAlternatives } from '#app/booking/picker/alternatives.server.ts'
import { loadCalendar, type Calendar } from '#app/calendars/calendar.server.ts'
import { nearestSlots, offeredSlots, whyNobody } from '#app/calendars/offer.ts'
import { forStaff } from '#app/calendars/staff-offer.ts'
import { db } from '#app/db.server.ts'
import type { RefusalReason } from '#app/slots/slots.ts'
import { addDays } from '#app/time/calendar-dates.ts'
import { startOfDay } from '#app/time/instants.ts'
import type { CalendarDate, EpochMs, Interval, TimeZone } from '#app/time/types.ts'

export type Wanted = { type: string; host: string | undefined }

/** The types that can be booked with whoever holds them, in the order of the public page. */
export function listTypes() {
  return db.consultationType.findMany({
    where: { active: true, hosts: { some: { host: { active: true } } } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: {
      slug: true,
      name: true,
      minutes: true,
      hosts: {
        where: { host: { active: true } },
        orderBy: { host: { name: 'asc' } },
        select: { host: { select: { slug: true, name: true, timeZone: true } } },
      },
    },
  })
}

/** The starts that staff are offered on a day of the visitor's calendar. */
export async function timesOn(
  wanted: Wanted,
  day: { date: CalendarDate; timeZone: TimeZone },
  now: Date,
): Promise<EpochMs[]> {
  const from = startOfDay(day.date, day.timeZone)
  const until = startOfDay(addDays(day.date, 1), day.timeZone)
  const calendar = await calendarOf(wanted, { from, until })
  if (!calendar) return []
  return offeredSlots(calendar, { from, until, now: now.getTime() }).map(({ startsAt }) => startsAt)
}

/** Why staff cannot have a time as the rules are (null when they can), and up to five times near it. */
export async function whyNotFor(
  wanted: Wanted,
  start: Date,
  now: Date,
): Promise<{ reason: RefusalReason | null; nearby: () => EpochMs[] }> {
  const when = { start: start.getTime(), now: now.getTime() }
  const calendar = await calendarOf(wanted, spanOfAlternatives(when))
  if (!calendar) return { reason: null, nearby: () => [] }
  return {
    reason: whyNobody(calendar, when),
    nearby: () => nearestSlots(calendar, when).map(({ startsAt }) => startsAt),
  }
}

/** Up to five times near one that is lost. */
export async function nearestFor(wanted: Wanted, start: Date, now: Date): Promise<EpochMs[]> {
  const { nearby } = await whyNotFor(wanted, start, now)
  return nearby()
}

async function calendarOf({ type, host }: Wanted, span: Interval): Promise<Calendar | null> {
  const calendar = await loadCalendar(db, { typeSlug: type, hostSlug: host, span })
  return calendar && forStaff(calendar)
}
