import { milliseconds } from 'date-fns'
import type { Reader } from '#app/db.server.ts'
import { readingTogether } from '#app/ops/read-together.server.ts'
import type { HostRules } from '#app/slots/availability.ts'
import type { Busy, MeetingRules } from '#app/slots/slots.ts'
import type { EpochMs, Interval } from '#app/time/types.ts'
import { busyTimes } from './busy-times.ts'
import { holidaysOf } from './holidays.server.ts'
import { readCalendars, type Asked } from './read-calendar.server.ts'
import { hostRulesOf, meetingRulesOf, type StoredCalendar } from './stored-rules.ts'

/** A type of consultation with everything that decides when it can be had. */
export type Calendar = {
  type: { id: string; slug: string; name: string }
  meeting: MeetingRules
  hosts: readonly HostCalendar[]
}

export type HostCalendar = {
  id: string
  slug: string
  name: string
  /** A later one is asked only when nobody of an earlier one is free. */
  rank: number
  /** How large a share of the bookings is meant for this host within the rank. */
  weight: number
  rules: HostRules
  busy: Busy
}

/**
 * A type's hosts, their rules and what they are busy with around the span; `null` when there is no such type. With
 * `hostSlug`, that host only; an unknown one leaves `hosts` empty.
 */
export async function loadCalendar(
  database: Reader,
  { typeSlug, ...asked }: Asked & { typeSlug: string },
): Promise<Calendar | null> {
  const [calendar] = await loadCalendars(database, [typeSlug], asked)
  return calendar ?? null
}

const readTogether = readingTogether<Calendar[]>()

/**
 * The calendars of several types, read at one moment; of those that there are. In a rush many ask for the same at once and
 * are told together.
 */
export function loadCalendars(
  database: Reader,
  typeSlugs: readonly string[],
  asked: Asked,
): Promise<Calendar[]> {
  return readTogether(database, JSON.stringify([typeSlugs, asked]), async () => {
    const stored = await readCalendars(database, typeSlugs, asked)
    return stored.map((calendar) => calendarOf(calendar, asked.span))
  })
}

function calendarOf(stored: StoredCalendar, span: Interval): Calendar {
  return {
    type: { id: stored.id, slug: stored.slug, name: stored.name },
    meeting: meetingRulesOf(stored),
    hosts: stored.hosts.map((host) => ({
      id: host.id,
      slug: host.slug,
      name: host.name,
      rank: host.rank,
      weight: host.weight,
      rules: hostRulesOf(host, { closures: stored.closures, holidays: holidaysAround(host, span) }),
      busy: busyTimes(host, stored),
    })),
  }
}

/**
 * Whether business days are counted from today or a time next year is checked, the years between are the same: so the
 * calendar that is drawn and the check of one start see the same holidays.
 */
export function holidaysAround({ region }: { region: string | null }, span: Interval) {
  if (!region) return []
  const year = new Date(span.from).getUTCFullYear()
  return holidaysOf(region, { from: year - 2, until: year + 3 })
}

/** The span around one start within which anything can matter to it. */
export function spanAround(start: EpochMs): Interval {
  const day = milliseconds({ days: 1 })
  return { from: start - day, until: start + day }
}
