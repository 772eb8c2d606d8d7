/** What a host is busy with, as the database told it, in the words of the slot engine. */
import type { Limit } from '#app/slots/limits.ts'
import type { Busy } from '#app/slots/slots.ts'
import type { Interval } from '#app/time/types.ts'
import { partDaysOff, type StoredHost, type StoredIntervals, type StoredLimits } from './stored-rules.ts'

/** The limits count the host's meetings of all types, and those of this type. */
export function busyTimes(host: StoredHost, type: StoredLimits): Busy {
  const { starts, ofType, movedFrom } = host.bookings
  const all = starts ?? []
  const same = all.filter((_, i) => ofType?.[i])
  const moved = movedFrom ?? undefined
  return {
    blocked: intervals(host.bookings),
    external: [...intervals(host.events), ...partDaysOff(host)],
    limits: [
      ...limitsOf(host, { of: 'host', starts: all, movedFrom: moved }),
      ...limitsOf(type, { of: 'type', starts: same, movedFrom: moved }),
    ],
  }
}

function intervals({ from, until }: StoredIntervals): Interval[] {
  return (from ?? []).map((at, i) => ({ from: at, until: until?.[i] ?? at }))
}

function limitsOf(
  { dailyLimit, weeklyLimit }: StoredLimits,
  counted: Pick<Limit, 'of' | 'starts' | 'movedFrom'>,
): Limit[] {
  return [
    ...(dailyLimit ? [{ per: 'day' as const, most: dailyLimit, ...counted }] : []),
    ...(weeklyLimit ? [{ per: 'week' as const, most: weeklyLimit, ...counted }] : []),
  ]
}
