import type { Reader } from '#app/db.server.ts'
import { holidaysOf } from '#app/calendars/holidays.server.ts'
import { officeWeek } from '#app/calendars/office-week.ts'
import { site } from '#app/site.ts'
import type { HostRules, WeeklyRange } from '#app/slots/availability.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { officeMinutes } from './office-minutes.ts'
import { responseDueAt } from './response-due.ts'

/** Until when the firm promised to answer what came in now; null for an office without hours. */
export async function promisedBy(tx: Reader, now: Date): Promise<Date | null> {
  return responseDueAt(now, await readOffice(tx, now), site.replyWithinOfficeMinutes)
}

/** How many minutes of office hours somebody waited. */
export async function waitedMinutes(tx: Reader, between: { from: Date; until: Date }): Promise<number> {
  return officeMinutes(await readOffice(tx, between.from), between)
}

/** When the office is there, from a moment on: its week without closures and public holidays. */
async function readOffice(tx: Reader, from: Date): Promise<HostRules> {
  const closures = await tx.$queryRaw<{ from: CalendarDate; until: CalendarDate }[]>`
    SELECT "from"::text, "until"::text FROM closure WHERE "until" >= ${from}::timestamptz::date - 1`
  const year = from.getUTCFullYear()
  return {
    timeZone: site.office.timeZone,
    travel: [],
    weeklyHours: officeWeek() as WeeklyRange[],
    overrides: [],
    daysOff: [],
    closures,
    holidays: holidaysOf(site.office.region, { from: year, until: year + 1 }).map(({ date }) => date),
  }
}
