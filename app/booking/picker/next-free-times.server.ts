import { milliseconds } from 'date-fns'
import { listBookableTypes, usualAmong } from '#app/booking/bookable-types.server.ts'
import { loadCalendar } from '#app/calendars/calendar.server.ts'
import { offeredSlots } from '#app/calendars/offer.ts'
import { db } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayClearTime, sayDate } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import type { Face } from './chosen-time.ts'
import { offerAwake } from './times-awake.ts'

export type FreeTimes = {
  timeZone: TimeZone
  times: { startsAt: Date; href: string; date: string; time: string }[]
}

type Asked = Face & {
  now: Date
  count: number
  /** Left out, the usual one. */
  typeSlug?: string
  role?: string | undefined
  request?: string | undefined
}

/** The soonest times of one type that can be booked, on the visitor's clock and while they are up, if there are any. */
export async function nextFreeTimes(asked: Asked): Promise<FreeTimes> {
  const { timeZone, clock, now, count, role, request } = asked
  const type = asked.typeSlug ?? usualAmong(await listBookableTypes())?.slug
  const span = { from: now.getTime(), until: now.getTime() + milliseconds({ days: 31 }) }
  const calendar = type ? await loadCalendar(db, { typeSlug: type, span }) : null
  const free = calendar ? offeredSlots(calendar, { ...span, now: now.getTime() }) : []
  return {
    timeZone,
    times: offerAwake(free, { timeZone, count }).map(({ startsAt }) => ({
      startsAt: new Date(startsAt),
      href: paths.book({
        type,
        role,
        request,
        date: dateIn(startsAt, timeZone),
        slot: new Date(startsAt).toISOString(),
      }),
      date: sayDate(startsAt, timeZone, now),
      time: sayClearTime(startsAt, timeZone, clock),
    })),
  }
}
