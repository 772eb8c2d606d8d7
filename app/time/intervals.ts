/**
 * Half-open intervals `[from, until)` of milliseconds: whether two meet, and many made into few.
 * `[9, 10)` and `[10, 11)` touch: they do not overlap, and joined they are `[9, 11)`.
 */
import type { Interval } from './types.ts'

/** Whether the two share at least one instant. An empty interval shares none. */
export function overlaps(a: Interval, b: Interval): boolean {
  return Math.max(a.from, b.from) < Math.min(a.until, b.until)
}

/** What both cover, or an empty interval (`from >= until`) when they do not meet. */
export function intersection(a: Interval, b: Interval): Interval {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) }
}

/** Sorted and disjoint: overlapping and touching intervals become one, empty ones vanish. The input stays as it is. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const whole: Interval[] = []
  let last: Interval | undefined

  for (const { from, until } of inOrder(intervals)) {
    if (from >= until) continue
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else whole.push((last = { from, until }))
  }
  return whole
}

/** Most lists arrive sorted, and looking costs a tenth of sorting. */
function inOrder(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.every((interval, i) => i === 0 || (intervals[i - 1]?.from ?? 0) <= interval.from)
  return sorted ? intervals : intervals.toSorted((a, b) => a.from - b.from)
}
