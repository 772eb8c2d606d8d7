import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { usualTypeSlug } from '#app/booking/bookable-types.server.ts'
import { slug } from '#app/booking/booking.ts'
import { loadCalendar } from '#app/calendars/calendar.server.ts'
import { offeredSlots } from '#app/calendars/offer.ts'
import { db } from '#app/db.server.ts'
import type { Slot } from '#app/slots/slots.ts'
import { slotsByDate } from '#app/slots/slots-by-date.ts'
import { addDays, calendarDateSchema, datesBetween, daysBetween } from '#app/time/calendar-dates.ts'
import { instantWriter } from '#app/time/instant-writer.ts'
import { startOfDay } from '#app/time/instants.ts'
import type { CalendarDate, TimeZone } from '#app/time/types.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { fieldErrors, invalid } from './json-answers.server.ts'

const mostDays = 92

const availabilityQuerySchema = z
  .object({
    type: slug.optional(),
    host: slug.optional(),
    from: calendarDateSchema,
    until: calendarDateSchema,
    tz: timeZoneSchema,
  })
  .refine(({ from, until }) => from <= until, { path: ['to'], error: 'Must not be before from.' })
  .refine(({ from, until }) => daysBetween({ from, until }) < mostDays, {
    path: ['to'],
    error: `At most ${mostDays} days in one question.`,
  })

/** `GET /api/availability?type=&from=&to=&tz=&host=` → `{ timeZone, days: [{ date, slots: [{ start, end }] }] }`. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { to, ...query } = Object.fromEntries(new URL(request.url).searchParams)
  const asked = availabilityQuerySchema.safeParse({ ...query, until: to, host: query.host || undefined })
  if (!asked.success) return invalid(fieldErrors(asked.error, { until: 'to' }))

  const { host, from, until, tz } = asked.data
  const type = asked.data.type ?? (await usualTypeSlug())
  const span = { from: startOfDay(from, tz), until: startOfDay(addDays(until, 1), tz) }
  const calendar = await loadCalendar(db, { typeSlug: type, hostSlug: host, span })
  if (!calendar) return invalid({ type: ['There is no such type.'] })
  if (host && calendar.hosts.length === 0) return invalid({ host: ['There is no such host.'] })

  const offered = offeredSlots(calendar, { ...span, now: Date.now() })
  return Response.json({ timeZone: tz, days: daysOf(offered, { from, until, tz }) })
}

function daysOf(slots: readonly Slot[], asked: { from: CalendarDate; until: CalendarDate; tz: TimeZone }) {
  const byDate = slotsByDate(slots, asked.tz)
  const write = instantWriter()
  return datesBetween(asked).map((date) => ({
    date,
    slots: (byDate.get(date) ?? []).map(({ startsAt, endsAt }) => ({
      start: write(startsAt),
      end: write(endsAt),
    })),
  }))
}
