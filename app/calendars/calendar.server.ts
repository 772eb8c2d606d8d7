import { milliseconds } from 'date-fns'
import type { Reader } from '#app/db.server.ts'
import type { EpochMs, Interval } from '#app/time/types.ts'
import type { HostRules } from '#app/slots/availability.ts'
import type { Busy, MeetingRules } from '#app/slots/slots.ts'
import { holidaysOf } from './holidays.server.ts'
import { loadBusy } from './load-busy.server.ts'
import { hostRulesOf, meetingRulesOf } from './stored-rules.ts'

/** A type of consultation with everything that decides when it can be had. */
export type Calendar = {
  type: { id: string; slug: string; name: string }
  meeting: MeetingRules
  hosts: HostCalendar[]
}

export type HostCalendar = {
  id: string
  slug: string
  name: string
  /** How large a share of the bookings is meant for this host. */
  weight: number
  rules: HostRules
  busy: Busy
}

export const hostWithRules = {
  schedules: { include: { hours: true } },
  overrides: true,
  timeOff: true,
  travel: true,
  workedHolidays: true,
} as const

/**
 * Reads a type's hosts, their rules and what they are busy with in the span; `null` when there is no such type. With
 * `hostSlug`, that host only; an unknown one leaves `hosts` empty. `except` and `reservedBy`: see load-busy.server.ts.
 */
export async function loadCalendar(
  database: Reader,
  asked: {
    typeSlug: string
    hostSlug?: string | undefined
    span: Interval
    except?: string | undefined
    reservedBy?: string | undefined
  },
): Promise<Calendar | null> {
  // One after the other: a transaction has one connection.
  const type = await database.consultationType.findFirst({
    where: { slug: asked.typeSlug, active: true },
    include: {
      hosts: {
        where: { host: { active: true, ...(asked.hostSlug && { slug: asked.hostSlug }) } },
        include: { host: { include: hostWithRules } },
        orderBy: { hostId: 'asc' },
      },
    },
  })
  if (!type) return null

  const closures = await database.closure.findMany()
  const hosts = type.hosts.map(({ host }) => host)
  const busy = await loadBusy(database, { ...asked, type, hosts })
  return {
    type: { id: type.id, slug: type.slug, name: type.name },
    meeting: meetingRulesOf(type),
    hosts: type.hosts.map(({ host, weight, scheduleId }) => ({
      id: host.id,
      slug: host.slug,
      name: host.name,
      weight,
      rules: hostRulesOf(host, { closures, scheduleId, holidays: holidaysAround(host, asked.span) }),
      busy: busy(host.id),
    })),
  }
}

/**
 * Whether business days are counted from today or a time next year is checked, the years between are the same: so the
 * calendar that is drawn and the check of one start see the same holidays.
 */
function holidaysAround({ region }: { region: string | null }, span: Interval) {
  if (!region) return []
  const year = new Date(span.from).getUTCFullYear()
  return holidaysOf(region, { from: year - 2, until: year + 3 })
}

/** The span around one start within which anything can matter to it. */
export function spanAround(start: EpochMs): Interval {
  const day = milliseconds({ days: 1 })
  return { from: start - day, until: start + day }
}
