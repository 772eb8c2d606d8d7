import { loadCalendar, spanAround, type Calendar } from '#app/calendars/calendar.server.ts'
import { nearbyReach, nearestSlots, offeredSlots, whyNobody } from '#app/calendars/offer.ts'
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

/** Why staff cannot have a time as the rules are; null when they can. */
export async function whyNotFor(wanted: Wanted, start: Date, now: Date): Promise<RefusalReason | null> {
  const calendar = await calendarOf(wanted, spanAround(start.getTime()))
  return calendar && whyNobody(calendar, { start: start.getTime(), now: now.getTime() })
}

/** Up to five times near one that is lost. */
export async function nearestFor(wanted: Wanted, start: Date, now: Date): Promise<EpochMs[]> {
  const around = Math.max(start.getTime(), now.getTime())
  const calendar = await calendarOf(wanted, { from: around - nearbyReach, until: around + nearbyReach })
  if (!calendar) return []
  return nearestSlots(calendar, { start: start.getTime(), now: now.getTime() }).map(
    ({ startsAt }) => startsAt,
  )
}

async function calendarOf({ type, host }: Wanted, span: Interval): Promise<Calendar | null> {
  const calendar = await loadCalendar(db, { typeSlug: type, hostSlug: host, span })
  return calendar && forStaff(calendar)
}
