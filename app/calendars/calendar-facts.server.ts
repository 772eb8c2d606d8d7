import type { AuditedFields } from '#app/audit/audit-entry.ts'
import type { Transaction } from '#app/db.server.ts'
import { calendarDate } from '#app/time/stored-dates.ts'

const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/**
 * All that a calendar's rules say, as the audit log tells it: settings, weekly hours, days of their own, time off, travel,
 * worked holidays, other calendars. Why somebody is away is left out: that is theirs. `{}` when there is no such calendar.
 */
export async function calendarFacts(tx: Transaction, hostId: string): Promise<AuditedFields> {
  const host = await tx.host.findUnique({
    where: { id: hostId },
    include: {
      schedules: {
        orderBy: { name: 'asc' },
        include: { hours: { orderBy: [{ weekday: 'asc' }, { from: 'asc' }] } },
      },
      overrides: { orderBy: [{ date: 'asc' }, { from: 'asc' }] },
      timeOff: { orderBy: [{ from: 'asc' }, { id: 'asc' }] },
      travel: { orderBy: { from: 'asc' } },
      workedHolidays: { orderBy: { date: 'asc' } },
      calendars: { orderBy: { name: 'asc' }, select: { name: true } },
    },
  })
  if (!host) return {}
  const { name, timeZone, region, active, staffId, feedVersion } = host
  const { dailyLimit, weeklyLimit, monthlyLimit, yearlyLimit } = host
  const { dailyMinutes, weeklyMinutes, monthlyMinutes } = host
  return {
    ...{ name, timeZone, region, active, staffId, feedVersion },
    ...{ dailyLimit, weeklyLimit, monthlyLimit, yearlyLimit, dailyMinutes, weeklyMinutes, monthlyMinutes },
    'default hours': host.schedules.find(({ isDefault }) => isDefault)?.name ?? null,
    ...Object.fromEntries(
      host.schedules.map((schedule) => [
        `hours: ${schedule.name}`,
        schedule.hours.map(({ weekday, from, until }) => `${weekdays[weekday]} ${from}–${until}`),
      ]),
    ),
    days: host.overrides.map(
      ({ date, from, until }) => `${calendarDate(date)} ${from ? `${from}–${until}` : 'closed'}`,
    ),
    'time off': host.timeOff.map(
      (off) => sayDays(off) + (off.fromTime ? `, ${off.fromTime}–${off.untilTime}` : ''),
    ),
    travel: host.travel.map((journey) => `${sayDays(journey)} ${journey.timeZone}`),
    'worked holidays': host.workedHolidays.map(({ date }) => calendarDate(date)),
    'other calendars': host.calendars.map((calendar) => calendar.name),
  }
}

function sayDays({ from, until }: { from: Date; until: Date }): string {
  return `${calendarDate(from)} to ${calendarDate(until)}`
}
