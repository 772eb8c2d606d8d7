import { milliseconds } from 'date-fns'
import { db } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayClearTime, sayDate } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { loadCalendar } from '#app/calendars/calendar.server.ts'
import { offeredSlots } from '#app/calendars/offer.ts'

export type FreeTimes = {
  timeZone: TimeZone
  times: { startsAt: Date; href: string; date: string; time: string }[]
}

/** The soonest times that can be booked, on the visitor's clock. */
export async function nextFreeTimes({
  timeZone,
  now,
  count,
  role,
}: {
  timeZone: TimeZone
  now: Date
  count: number
  role?: string
}): Promise<FreeTimes> {
  const span = { from: now.getTime(), until: now.getTime() + milliseconds({ days: 31 }) }
  const calendar = await loadCalendar(db, { typeSlug: 'consultation', span })
  const slots = calendar ? offeredSlots(calendar, { ...span, now: now.getTime() }).slice(0, count) : []
  return {
    timeZone,
    times: slots.map(({ startsAt }) => ({
      startsAt: new Date(startsAt),
      href: paths.book({
        role,
        date: dateIn(startsAt, timeZone),
        slot: new Date(startsAt).toISOString(),
      }),
      date: sayDate(startsAt, timeZone, now),
      time: sayClearTime(startsAt, timeZone),
    })),
  }
}
