/**
 * A wall clock as calendar files mean it. A reading is written as if it were UTC, in milliseconds; the clock is known by
 * how far it is ahead of UTC at an instant.
 */
import { millisecondsInDay } from 'date-fns/constants'
import type { EpochMs } from '#app/time/types.ts'

/** How far the clock is ahead of UTC at an instant, in milliseconds. */
export type OffsetAt = (at: EpochMs) => number

/**
 * The instant that a reading means by RFC 5545 (3.3.5): of two the first, and one that the clock skips is reckoned with
 * the offset before the change: 02:30 in the spring gap is what would be 03:30.
 */
export function instantReading(wall: number, offsetAt: OffsetAt): EpochMs {
  const before = offsetAt(wall - millisecondsInDay)
  const after = offsetAt(wall + millisecondsInDay)
  const candidates = [before, after].filter((offset) => offsetAt(wall - offset) === offset)
  return wall - (candidates.length > 0 ? Math.max(...candidates) : before)
}

export function readingAt(at: EpochMs, offsetAt: OffsetAt): number {
  return at + offsetAt(at)
}
