import { milliseconds } from 'date-fns'
import { hostName } from '#app/booking/letters/booking-letters.server.ts'
import { holidaysOf } from '#app/calendars/holidays.server.ts'
import { hostRulesOf, partDaysOff, type StoredHost } from '#app/calendars/stored-rules.ts'
import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import { openRanges, type HostRules } from '#app/slots/availability.ts'
import { joined } from '#app/time/intervals.ts'
import { calendarDate } from '#app/time/stored-dates.ts'
import type { CalendarDate, Interval } from '#app/time/types.ts'

const shape = {
  staff: true,
  schedules: { include: { hours: true } },
  overrides: true,
  timeOff: true,
  travel: true,
  workedHolidays: true,
} satisfies Prisma.HostInclude
type Row = Prisma.HostGetPayload<{ include: typeof shape }>
type Dates = { from: CalendarDate; until: CalendarDate }
type Named = Dates & { name: string }

/** A host's week: when they are there, when not for a part of a day, and which whole days they are off. */
export type HostWeek = {
  id: string
  slug: string
  name: string
  open: Interval[]
  off: Interval[]
  /** Their own; closures are everybody's. */
  wholeDays: { date: CalendarDate; words: string }[]
}

/** More columns than this cannot be read side by side. */
const mostHosts = 12

/** The calendars that can be booked and those that are in the week, or the one of that slug. `more`: some are left out. */
export async function loadWeekHosts(
  asked: { slug: string | undefined; span: Interval; dates: readonly CalendarDate[] },
  closures: readonly Named[],
): Promise<{ hosts: HostWeek[]; more: boolean }> {
  const inWeek = heldIn(asked.span)
  const rows = await db.host.findMany({
    where: asked.slug ? { slug: asked.slug } : { OR: [{ active: true }, { bookings: { some: inWeek } }] },
    include: shape,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: mostHosts + 1,
  })
  return {
    hosts: rows.slice(0, mostHosts).map((row) => describeWeek(row, asked, closures)),
    more: rows.length > mostHosts,
  }
}

/** The longest booking there can be: one that began this long before a span may still go on in it. */
const longest = milliseconds({ hours: 8 })

/** The bookings that are held in the span or reach into it, as a condition; the index on starts bounds it. */
export function heldIn({ from, until }: Interval) {
  return {
    status: { in: ['confirmed', 'attended', 'no_show'] },
    startsAt: { gte: new Date(from - longest), lt: new Date(until) },
    endsAt: { gt: new Date(from) },
  } satisfies Prisma.BookingWhereInput
}

function describeWeek(
  row: Row,
  { span, dates }: { span: Interval; dates: readonly CalendarDate[] },
  closures: readonly Named[],
): HostWeek {
  const stored = rowsOf(row)
  const holidays = row.region ? holidaysOf(row.region, yearsOf(dates)) : []
  const rules = (hours: StoredHost['hours']) => hostRulesOf({ ...stored, hours }, { closures, holidays })
  const open = row.schedules.flatMap(({ hours }) =>
    openRanges(rules(hours.map(weeklyRange)), span).map(({ from, until }) => ({ from, until })),
  )
  const { holidays: free, daysOff, overrides } = rules([])
  const isHoliday = (date: CalendarDate) => free.includes(date) && !overrides.some((day) => day.date === date)
  return {
    id: row.id,
    slug: row.slug,
    name: hostName({ host: row }),
    open: joined(open),
    off: partDaysOff(stored),
    wholeDays: dates.flatMap((date) => [
      ...holidays
        .filter((day) => day.date === date && isHoliday(date))
        .map(({ name }) => ({ date, words: name })),
      ...(isWithin(daysOff, date) ? [{ date, words: 'Day off' }] : []),
      ...(isClosedBy(overrides, date) ? [{ date, words: 'No hours' }] : []),
    ]),
  }
}

function weeklyRange({ weekday, from, until }: Row['schedules'][number]['hours'][number]) {
  return { weekday, from, until } as StoredHost['hours'][number]
}

/** The rows in the words of the rules; the checks of the tables hold what these types say. */
function rowsOf(row: Row): Omit<StoredHost, 'hours' | 'bookings' | 'events' | 'rank' | 'weight'> {
  return {
    ...row,
    timeZone: row.timeZone as StoredHost['timeZone'],
    overrides: row.overrides.map(({ date, from, until }) => ({
      date: calendarDate(date),
      from: from as StoredHost['overrides'][number]['from'],
      until: until as StoredHost['overrides'][number]['until'],
    })),
    timeOff: row.timeOff.map(({ from, until, fromTime, untilTime }) => ({
      ...datesOf({ from, until }),
      fromTime: fromTime as StoredHost['timeOff'][number]['fromTime'],
      untilTime: untilTime as StoredHost['timeOff'][number]['untilTime'],
    })),
    travel: row.travel.map(({ from, until, timeZone }) => ({
      ...datesOf({ from, until }),
      timeZone: timeZone as StoredHost['timeZone'],
    })),
    workedHolidays: row.workedHolidays.map(({ date }) => ({ date: calendarDate(date) })),
  }
}

export function datesOf({ from, until }: { from: Date; until: Date }): Dates {
  return { from: calendarDate(from), until: calendarDate(until) }
}

export function isWithin(ranges: readonly Dates[], date: CalendarDate): boolean {
  return ranges.some(({ from, until }) => from <= date && date <= until)
}

function isClosedBy(overrides: HostRules['overrides'], date: CalendarDate): boolean {
  const ofDay = overrides.filter((day) => day.date === date)
  return ofDay.length > 0 && ofDay.every(({ ranges }) => ranges.length === 0)
}

function yearsOf(dates: readonly CalendarDate[]): { from: number; until: number } {
  const years = dates.map((date) => Number(date.slice(0, 4)))
  return { from: Math.min(...years), until: Math.max(...years) }
}
