import { milliseconds } from 'date-fns'
import type { Reader } from '#app/db.server.ts'
import type { Interval } from '#app/time/types.ts'
import type { Limit } from '#app/slots/limits.ts'
import type { Busy } from '#app/slots/slots.ts'

/** A meeting and its buffers last at most twelve hours, so no earlier one reaches into the span. */
const reach = milliseconds({ hours: 12 })

/** A limit counts whole weeks, which begin up to a week before the span and end as long after it. */
const limitReach = milliseconds({ days: 8 })

type Limits = { id: string; dailyLimit: number | null; weeklyLimit: number | null }
type Asked = {
  type: Limits
  hosts: readonly Limits[]
  span: Interval
  /** A booking that is being moved: it does not stand in its own way. */
  except?: string | undefined
}

/** What hosts are busy with in the span, by their id: one statement for all of them. */
export async function loadBusy(database: Reader, asked: Asked): Promise<(hostId: string) => Busy> {
  const limited = [asked.type, ...asked.hosts].some(
    ({ dailyLimit, weeklyLimit }) => dailyLimit ?? weeklyLimit,
  )
  const around = limited ? limitReach : reach
  const bookings = await database.booking.findMany({
    where: {
      hostId: { in: asked.hosts.map(({ id }) => id) },
      status: { not: 'cancelled' },
      blockedUntil: { gt: new Date(asked.span.from - around) },
      blockedFrom: { lt: new Date(asked.span.until + around) },
    },
    select: { id: true, hostId: true, typeId: true, startsAt: true, blockedFrom: true, blockedUntil: true },
  })
  const moved = bookings.find(({ id }) => id === asked.except)
  const others = byHost(bookings.filter((booking) => booking !== moved))
  const hosts = new Map(asked.hosts.map((host) => [host.id, host]))

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
      external: [],
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
  for (const row of rows) grouped.set(row.hostId, [...(grouped.get(row.hostId) ?? []), row])
  return grouped
}
