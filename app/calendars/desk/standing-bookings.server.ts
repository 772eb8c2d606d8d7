import { addYears } from 'date-fns'
import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { HostRules } from '#app/slots/availability.ts'
import type { DateRange } from '#app/slots/stays.ts'
import { calendarDate } from '#app/time/stored-dates.ts'
import type { CalendarDate, TimeZone } from '#app/time/types.ts'
import { holidaysAround } from '../calendar.server.ts'
import { hostRulesOf, partDaysOff } from '../stored-rules.ts'
import { datesOf, whyClosed, type ClosedBy } from './closed-time.ts'
import { rowsOf } from './rule-rows.ts'

/** A booking to come that lies where its host is not there: it stands until somebody moves it. */
export type StandingBooking = {
  reference: string
  visitor: string
  startsAt: Date
  endsAt: Date
  host: { slug: string; name: string; timeZone: TimeZone }
  /** On the host's clock, wherever they are then. */
  dates: CalendarDate[]
  closedBy: ClosedBy
}

/** As many bookings of one host as anybody looks through. */
const most = 1000

/**
 * The bookings of these hosts that stand in closed time, soonest first. `within` narrows the bookings looked at. Whoever
 * may see a calendar may see who comes: its holder holds the meeting, and all others see every lead.
 */
export async function listStanding(
  hosts: Prisma.HostWhereInput,
  now: Date,
  within: Prisma.BookingWhereInput = {},
): Promise<StandingBooking[]> {
  const coming = { status: 'confirmed', endsAt: { gt: now }, AND: within } as const
  const rows = await db.host.findMany({
    where: { AND: hosts, bookings: { some: coming } },
    include: {
      ...withRules,
      bookings: { ...bookingsRead, where: coming, orderBy: { startsAt: 'asc' }, take: most },
    },
  })
  if (rows.length === 0) return []
  const closures = (await db.closure.findMany()).map(({ from, until }) => ({
    from: calendarDate(from),
    until: calendarDate(until),
  }))
  return rows
    .flatMap((row) => standingOf(row, closures, now))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

const bookingsRead = {
  select: { reference: true, visitorName: true, startsAt: true, endsAt: true, typeId: true },
} satisfies Prisma.Host$bookingsArgs
const withRules = {
  schedules: { include: { hours: true } },
  overrides: true,
  timeOff: true,
  travel: true,
  workedHolidays: true,
  types: { select: { typeId: true, scheduleId: true } },
} satisfies Prisma.HostInclude
type Row = Prisma.HostGetPayload<{ include: typeof withRules & { bookings: typeof bookingsRead } }>

function standingOf(row: Row, closures: readonly DateRange[], now: Date): StandingBooking[] {
  const span = { from: now.getTime(), until: addYears(now, 1).getTime() }
  const holidays = holidaysAround(row, span)
  const partsOff = partDaysOff(rowsOf(row, null))
  const rulesBySchedule = new Map<string | null, HostRules>()

  return row.bookings.flatMap(({ reference, visitorName, startsAt, endsAt, typeId }) => {
    const scheduleId = row.types.find((type) => type.typeId === typeId)?.scheduleId ?? null
    const rules =
      rulesBySchedule.get(scheduleId) ?? hostRulesOf(rowsOf(row, scheduleId), { closures, holidays })
    rulesBySchedule.set(scheduleId, rules)
    const meeting = { from: startsAt.getTime(), until: endsAt.getTime() }
    const closedBy = whyClosed(rules, partsOff, meeting)
    if (closedBy === null) return []
    const host = { slug: row.slug, name: row.name, timeZone: rules.timeZone }
    const dates = datesOf(rules, meeting)
    return [{ reference, visitor: visitorName, startsAt, endsAt, host, dates, closedBy }]
  })
}
