import { db } from '#app/db.server.ts'
import { addMonths, firstOfMonth, type CalendarMonth } from '#app/time/calendar-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import { calendarDate, storedDate } from '#app/time/stored-dates.ts'
import type { TimeZone } from '#app/time/types.ts'
import { sayDays } from './desk/days.ts'

/** That somebody is away, as visitors are told it. */
export type Away = {
  /** `'Tue 1 – Fri 4 Dec'`, by the clock of who is away. */
  days: string
  /** Empty when none is given. */
  reason: string
  /** Who can be asked for instead, if anybody stands in who holds the same meetings. */
  colleague: { slug: string; name: string } | null
}

/**
 * When the host is away in this month and visitors may know it: with a reason written for them, or with a colleague who
 * stands in and can be booked for the same type. Other time off says nothing, and is over when its last day is.
 */
export async function listAway(
  host: { slug: string; timeZone: TimeZone },
  typeSlug: string,
  { month, now }: { month: CalendarMonth; now: Date },
): Promise<Away[]> {
  const [first, next] = [firstOfMonth(month), firstOfMonth(addMonths(month, 1))]
  const today = dateIn(now, host.timeZone)
  const ofType = { type: { slug: typeSlug } }
  const rows = await db.timeOff.findMany({
    where: {
      host: { slug: host.slug },
      from: { lt: storedDate(next) },
      until: { gte: storedDate(first > today ? first : today) },
      OR: [{ publicReason: { not: '' } }, { colleague: { active: true, types: { some: ofType } } }],
    },
    select: {
      from: true,
      until: true,
      publicReason: true,
      colleague: {
        select: {
          ...{ slug: true, name: true, active: true, staff: { select: { name: true } } },
          types: { where: ofType, select: { typeId: true } },
        },
      },
    },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ from, until, publicReason, colleague }) => ({
    days: sayDays({ from: calendarDate(from), until: calendarDate(until) }),
    reason: publicReason,
    colleague:
      colleague?.active && colleague.types.length > 0
        ? { slug: colleague.slug, name: colleague.staff?.name ?? colleague.name }
        : null,
  }))
}
