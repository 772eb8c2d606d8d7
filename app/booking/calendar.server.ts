import { milliseconds } from 'date-fns'
import type { Transaction } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { CalendarDate, EpochMs, Interval, LocalTime, TimeZone } from '#app/time/types.ts'
import type { HostRules, Override } from './availability.ts'
import type { Busy, MeetingRules } from './slots.ts'

/** A type of consultation with everything that decides when it can be had. */
export type Calendar = {
  type: { id: string; slug: string; name: string }
  meeting: MeetingRules
  hosts: HostCalendar[]
}

export type HostCalendar = { id: string; slug: string; name: string; rules: HostRules; busy: Busy }

/** Bookings reach into a day from outside by at most their length and their buffers. */
const reach = milliseconds({ hours: 12 })

/**
 * Reads a type's hosts, their rules and what they are busy with in the span; `null` when there is no such type. With
 * `hostSlug`, that host only; an unknown one leaves `hosts` empty.
 */
export async function loadCalendar(
  database: Transaction,
  asked: { typeSlug: string; hostSlug?: string | undefined; span: Interval; except?: string },
): Promise<Calendar | null> {
  // One after the other: a transaction has one connection.
  const type = await database.consultationType.findFirst({
    where: { slug: asked.typeSlug, active: true },
    include: {
      hosts: {
        where: { host: { active: true, ...(asked.hostSlug && { slug: asked.hostSlug }) } },
        include: { host: { include: { weeklyHours: true, overrides: true, timeOff: true } } },
        orderBy: { hostId: 'asc' },
      },
    },
  })
  if (!type) return null

  const closures = await database.closure.findMany()
  const blocked = await loadBlocked(database, { ...asked, hostIds: type.hosts.map(({ hostId }) => hostId) })
  return {
    type: { id: type.id, slug: type.slug, name: type.name },
    meeting: meetingRulesOf(type),
    hosts: type.hosts.map(({ host }) => ({
      id: host.id,
      slug: host.slug,
      name: host.name,
      rules: hostRulesOf(host, closures),
      busy: { blocked: blocked.get(host.id) ?? [], external: [] },
    })),
  }
}

/** What each host's bookings keep free, their buffers included. `except` is a booking that is being moved. */
async function loadBlocked(
  database: Transaction,
  { hostIds, span, except }: { hostIds: string[]; span: Interval; except?: string },
): Promise<Map<string, Interval[]>> {
  const bookings = await database.booking.findMany({
    where: {
      hostId: { in: hostIds },
      status: { not: 'cancelled' },
      blockedUntil: { gt: new Date(span.from - reach) },
      blockedFrom: { lt: new Date(span.until + reach) },
      ...(except && { id: { not: except } }),
    },
    select: { hostId: true, blockedFrom: true, blockedUntil: true },
  })
  const byHost = new Map<string, Interval[]>(hostIds.map((id) => [id, []]))
  for (const { hostId, blockedFrom, blockedUntil } of bookings) {
    byHost.get(hostId)?.push({ from: blockedFrom.getTime(), until: blockedUntil.getTime() })
  }
  return byHost
}

type HostRow = Prisma.HostGetPayload<{ include: { weeklyHours: true; overrides: true; timeOff: true } }>
type Dates = { from: Date; until: Date }

/** The rows hold what the checks of the tables allow, which is what these types say. */
function hostRulesOf(host: HostRow, closures: readonly Dates[]): HostRules {
  return {
    timeZone: host.timeZone as TimeZone,
    weeklyHours: host.weeklyHours.map((hours) => ({
      weekday: hours.weekday as HostRules['weeklyHours'][number]['weekday'],
      from: hours.from as LocalTime,
      until: hours.until as LocalTime,
    })),
    overrides: overridesOf(host.overrides),
    daysOff: host.timeOff.map(dateRange),
    closures: closures.map(dateRange),
    holidays: [],
  }
}

function overridesOf(rows: HostRow['overrides']): Override[] {
  return rows.map(({ date, from, until }) => ({
    date: calendarDate(date),
    ranges: from && until ? [{ from: from as LocalTime, until: until as LocalTime }] : [],
  }))
}

type TypeRow = Prisma.ConsultationTypeGetPayload<object>

export function meetingRulesOf(type: TypeRow): MeetingRules {
  return {
    minutes: type.minutes,
    stepMinutes: type.stepMinutes,
    bufferBeforeMinutes: type.bufferBeforeMinutes,
    bufferAfterMinutes: type.bufferAfterMinutes,
    noticeMinutes: type.noticeMinutes,
    window: windowOf(type),
  }
}

function windowOf(type: TypeRow): MeetingRules['window'] {
  if (type.windowKind === 'dates' && type.windowFrom && type.windowUntil) {
    return { kind: 'dates', from: calendarDate(type.windowFrom), until: calendarDate(type.windowUntil) }
  }
  const kind = type.windowKind === 'business_days' ? 'business-days' : 'days'
  return { kind, days: type.windowDays ?? 1 }
}

function dateRange({ from, until }: Dates) {
  return { from: calendarDate(from), until: calendarDate(until) }
}

/** Prisma reads a `date` as midnight UTC. */
function calendarDate(date: Date): CalendarDate {
  return date.toISOString().slice(0, 10) as CalendarDate
}

/** The span around one start within which anything can matter to it. */
export function spanAround(start: EpochMs): Interval {
  return { from: start - reach, until: start + reach }
}
