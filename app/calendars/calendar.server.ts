import { milliseconds } from 'date-fns'
import type { Reader } from '#app/db.server.ts'
import type { EpochMs, Interval } from '#app/time/types.ts'
import type { HostRules } from '#app/slots/availability.ts'
import { loadBusy } from './load-busy.server.ts'
import type { Busy, MeetingRules } from '#app/slots/slots.ts'
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

/**
 * Reads a type's hosts, their rules and what they are busy with in the span; `null` when there is no such type. With
 * `hostSlug`, that host only; an unknown one leaves `hosts` empty.
 */
export async function loadCalendar(
  database: Reader,
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
  const hosts = type.hosts.map(({ host }) => host)
  const busy = await loadBusy(database, { type, hosts, span: asked.span, except: asked.except })
  return {
    type: { id: type.id, slug: type.slug, name: type.name },
    meeting: meetingRulesOf(type),
    hosts: type.hosts.map(({ host, weight }) => ({
      id: host.id,
      slug: host.slug,
      name: host.name,
      weight,
      rules: hostRulesOf(host, closures),
      busy: busy(host.id),
    })),
  }
}

/** The span around one start within which anything can matter to it. */
export function spanAround(start: EpochMs): Interval {
  const day = milliseconds({ days: 1 })
  return { from: start - day, until: start + day }
}
