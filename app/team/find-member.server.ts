import { db } from '#app/db.server.ts'
import { isLive } from '#app/leads/scope.server.ts'
import { addDays } from '#app/time/calendar-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayCalendarDate } from '#app/time/say.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { calendarDate, storedDate } from '#app/time/stored-dates.ts'

/** A member of staff as their page shows them; 404 when there is none. */
export async function getMember(id: string | undefined, now: Date) {
  const member = await db.staff.findUnique({
    where: { id: id ?? '' },
    select: {
      ...{ id: true, name: true, email: true, role: true, disabledAt: true, timeZone: true },
      ...{ assignWeight: true, assignCap: true },
      _count: { select: { leads: { where: { closedAt: null, ...isLive } } } },
    },
  })
  if (!member) throw new Response(null, { status: 404 })
  return {
    ...{ id: member.id, name: member.name, email: member.email, role: member.role },
    isDisabled: member.disabledAt !== null,
    weight: member.assignWeight,
    cap: member.assignCap,
    openLeads: member._count.leads,
    away: await listAway(member.id, timeZoneSchema.parse(member.timeZone), now),
  }
}

/** Days off that are not over yet, in words. */
export async function listAway(staffId: string, timeZone: Parameters<typeof dateIn>[1], now: Date) {
  const yesterday = addDays(dateIn(now, timeZone), -1)
  const away = await db.staffAway.findMany({
    where: { staffId, until: { gt: storedDate(yesterday) } },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  })
  const say = (date: Date) => sayCalendarDate(calendarDate(date))
  return away.map(({ id, from, until }) => ({
    id,
    words: from.getTime() === until.getTime() ? say(from) : `${say(from)} to ${say(until)}`,
  }))
}
