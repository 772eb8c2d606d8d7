/**
 * How many meetings, or minutes of meetings, a period may hold. Periods are those of the host's own calendar, weeks begin on
 * Monday, and a meeting belongs to the day on which it starts.
 */
import { millisecondsInDay } from 'date-fns/constants'
import type { EpochMs, TimeZone } from '#app/time/types.ts'
import { offsetAt } from '#app/time/zones.ts'

export type Period = 'day' | 'week' | 'month' | 'year'

export type Limit = {
  per: Period
  most: number
  /** Whose limit it is, for whoever explains it. */
  of?: 'host' | 'type'
  /** The starts of the meetings that count, in any order. */
  starts: readonly EpochMs[]
  /** How long each of them lasts, beside `starts`, where minutes are limited and not meetings. */
  minutes?: readonly number[] | undefined
  /** Where a meeting that is being moved starts now: it may always move within its period. */
  movedFrom?: EpochMs | undefined
}

/** Tells whether every period still has room for a meeting of that length that starts then. */
export function hasRoom(
  limits: readonly Limit[],
  zone: TimeZone,
  meeting: { minutes: number },
): (start: EpochMs) => boolean {
  const rooms = limits.map((limit) => hasRoomIn(limit, zone, meeting))
  return (start) => rooms.every((room) => room(start))
}

function hasRoomIn(limit: Limit, zone: TimeZone, meeting: { minutes: number }) {
  const { per, most, movedFrom } = limit
  const held = heldByPeriod(limit, zone)
  const own = movedFrom === undefined ? null : periodOf(movedFrom, per, zone)
  const another = limit.minutes ? meeting.minutes : 1
  return (start: EpochMs) => {
    const period = periodOf(start, per, zone)
    return period === own || (held.get(period) ?? 0) + another <= most
  }
}

function heldByPeriod({ per, starts, minutes }: Limit, zone: TimeZone): Map<number, number> {
  const held = new Map<number, number>()
  starts.forEach((start, i) => {
    const period = periodOf(start, per, zone)
    held.set(period, (held.get(period) ?? 0) + (minutes ? (minutes[i] ?? 0) : 1))
  })
  return held
}

/** On the wall of the zone: days since 1 January 1970, a Thursday; Mondays or months since then; or the year. */
function periodOf(start: EpochMs, per: Period, zone: TimeZone): number {
  const wall = start + offsetAt(zone, start)
  const day = Math.floor(wall / millisecondsInDay)
  if (per === 'day') return day
  if (per === 'week') return Math.floor((day + 3) / 7)
  const date = new Date(wall)
  return per === 'year' ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth()
}
