import { milliseconds } from 'date-fns'
import type { Reader } from '#app/db.server.ts'
import type { Limit } from '#app/slots/limits.ts'
import type { Busy } from '#app/slots/slots.ts'
import type { Interval } from '#app/time/types.ts'
import { partDaysOff, type HostRow } from './stored-rules.ts'

/** A meeting and its buffers last at most sixteen hours, so nothing farther away can be in the way of one in the span. */
const reach = milliseconds({ hours: 16 })

/** A limit counts whole weeks, which begin up to a week before the span and end as long after it. */
const limitReach = milliseconds({ days: 8 })

type Limits = { id: string; dailyLimit: number | null; weeklyLimit: number | null }
type BusyHost = Limits & Pick<HostRow, 'timeOff' | 'timeZone' | 'travel'>
type Asked = {
  type: Limits
  hosts: readonly BusyHost[]
  span: Interval
  /** A booking that is being moved: it does not stand in its own way. */
  except?: string | undefined
  /** The visitor whose own reservation does not stand in their way: the hash of their token. */
  reservedBy?: string | undefined
}

/** What hosts are busy with in the span, by their id: one statement for all of them, and one for their other calendars. */
export async function loadBusy(database: Reader, asked: Asked): Promise<(hostId: string) => Busy> {
  const hosts = new Map(asked.hosts.map((host) => [host.id, host]))
  const bookings = await findBookings(database, asked)
  const events = await findEvents(database, asked)
  const moved = bookings.find(({ id }) => id === asked.except)
  const others = byHost(bookings.filter((booking) => booking !== moved))

  return (hostId) => {
    const held = others.get(hostId) ?? []
    const startsOf = (rows: typeof held) => rows.map(({ startsAt }) => startsAt.getTime())
    const movedFrom = moved?.startsAt.getTime()
    const host = hosts.get(hostId)
    return {
      blocked: held.map(({ blockedFrom, blockedUntil }) => ({
        from: blockedFrom.getTime(),
        until: blockedUntil.getTime(),
      })),
      external: [...(events.get(hostId) ?? []), ...(host ? partDaysOff(host) : [])],
      limits: [
        ...(host ? limitsOf(host, { starts: startsOf(held), movedFrom }) : []),
        ...limitsOf(asked.type, {
          starts: startsOf(held.filter(({ typeId }) => typeId === asked.type.id)),
          movedFrom,
        }),
      ],
    }
  }
}

/** Meetings that stand and reservations that have not run out, but for the visitor's own. */
function findBookings(database: Reader, { type, hosts, span, reservedBy }: Asked) {
  const limited = [type, ...hosts].some(({ dailyLimit, weeklyLimit }) => dailyLimit ?? weeklyLimit)
  const around = limited ? limitReach : reach
  return database.booking.findMany({
    where: {
      hostId: { in: hosts.map(({ id }) => id) },
      blockedUntil: { gt: new Date(span.from - around) },
      blockedFrom: { lt: new Date(span.until + around) },
      OR: [
        { status: { in: ['confirmed', 'attended', 'no_show'] } },
        {
          status: 'reserved',
          reservedUntil: { gt: new Date() },
          ...(reservedBy && { reservedBy: { not: reservedBy } }),
        },
      ],
    },
    select: { id: true, hostId: true, typeId: true, startsAt: true, blockedFrom: true, blockedUntil: true },
  })
}

async function findEvents(database: Reader, { hosts, span }: Asked): Promise<Map<string, Interval[]>> {
  const events = await database.externalEvent.findMany({
    where: {
      calendar: { hostId: { in: hosts.map(({ id }) => id) } },
      endsAt: { gt: new Date(span.from - reach) },
      startsAt: { lt: new Date(span.until + reach) },
    },
    select: { startsAt: true, endsAt: true, calendar: { select: { hostId: true } } },
  })
  const rows = byHost(events.map((event) => ({ ...event, hostId: event.calendar.hostId })))
  return new Map(
    [...rows].map(([hostId, held]) => [
      hostId,
      held.map(({ startsAt, endsAt }) => ({ from: startsAt.getTime(), until: endsAt.getTime() })),
    ]),
  )
}

function limitsOf(
  { dailyLimit, weeklyLimit }: Limits,
  counted: Pick<Limit, 'starts' | 'movedFrom'>,
): Limit[] {
  return [
    ...(dailyLimit ? [{ per: 'day' as const, most: dailyLimit, ...counted }] : []),
    ...(weeklyLimit ? [{ per: 'week' as const, most: weeklyLimit, ...counted }] : []),
  ]
}

function byHost<Row extends { hostId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const held = grouped.get(row.hostId)
    if (held) held.push(row)
    else grouped.set(row.hostId, [row])
  }
  return grouped
}
