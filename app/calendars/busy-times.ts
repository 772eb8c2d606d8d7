/** What a host is busy with, as the database told it, in the words of the slot engine. */
import type { Limit, Period } from '#app/slots/limits.ts'
import type { Busy } from '#app/slots/slots.ts'
import type { Interval } from '#app/time/types.ts'
import { meetingLimits, minuteLimits, type MeetingLimits } from './limit-columns.ts'
import { partDaysOff, type StoredHost, type StoredIntervals } from './stored-rules.ts'

/** The limits count the host's meetings of all types, and those of this type. */
export function busyTimes(host: StoredHost, type: MeetingLimits): Busy {
  const { starts, ofType, minutes, movedFrom } = host.bookings
  const all = starts ?? []
  const same = all.filter((_, i) => ofType?.[i])
  const moved = movedFrom ?? undefined
  const ofHost = { of: 'host' as const, starts: all, movedFrom: moved }
  return {
    blocked: intervals(host.bookings),
    external: [...intervals(host.events), ...partDaysOff(host)],
    limits: [
      ...limitsIn(host, meetingLimits, ofHost),
      ...limitsIn(host, minuteLimits, { ...ofHost, minutes: minutes ?? [] }),
      ...limitsIn(type, meetingLimits, { of: 'type', starts: same, movedFrom: moved }),
    ],
  }
}

function intervals({ from, until }: StoredIntervals): Interval[] {
  return (from ?? []).map((at, i) => ({ from: at, until: until?.[i] ?? at }))
}

function limitsIn<Column extends string>(
  stored: Record<Column, number | null>,
  columns: readonly { column: Column; per: Period }[],
  counted: Omit<Limit, 'per' | 'most'>,
): Limit[] {
  return columns.flatMap(({ column, per }) => {
    const most = stored[column]
    return most ? [{ per, most, ...counted }] : []
  })
}
