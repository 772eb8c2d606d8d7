/**
 * How many meetings a day or a week may hold. Periods are those of the host's own calendar, weeks begin on Monday, and a
 * meeting belongs to the day on which it starts.
 */
import { millisecondsInDay } from 'date-fns/constants'
import type { EpochMs, TimeZone } from '#app/time/types.ts'
import { offsetAt } from '#app/time/zones.ts'

export type Limit = {
  per: 'day' | 'week'
  most: number
  /** Whose limit it is, for whoever explains it. */
  of?: 'host' | 'type'
  /** The starts of the meetings that count, in any order. */
  starts: readonly EpochMs[]
  /** Where a meeting that is being moved starts now: it may always move within its period. */
  movedFrom?: EpochMs | undefined
}

/** Tells whether a period still has room for a meeting that starts then. */
export function hasRoom(limits: readonly Limit[], zone: TimeZone): (start: EpochMs) => boolean {
  const full = limits.map((limit) => ({ per: limit.per, periods: fullPeriods(limit, zone) }))
  return (start) => full.every(({ per, periods }) => !periods.has(periodOf(start, per, zone)))
}

function fullPeriods({ per, most, starts, movedFrom }: Limit, zone: TimeZone): Set<number> {
  const held = new Map<number, number>()
  for (const start of starts) {
    const period = periodOf(start, per, zone)
    held.set(period, (held.get(period) ?? 0) + 1)
  }
  const full = new Set([...held].filter(([, count]) => count >= most).map(([period]) => period))
  if (movedFrom !== undefined) full.delete(periodOf(movedFrom, per, zone))
  return full
}

/** Days since 1 January 1970, a Thursday, or Mondays since then, on the wall of the zone. */
function periodOf(start: EpochMs, per: Limit['per'], zone: TimeZone): number {
  const day = Math.floor((start + offsetAt(zone, start)) / millisecondsInDay)
  return per === 'day' ? day : Math.floor((day + 3) / 7)
}
