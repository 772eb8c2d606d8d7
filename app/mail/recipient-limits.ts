import { milliseconds } from 'date-fns'

/** How many letters one address may be sent, so that a form cannot be used to flood a stranger's mailbox. */
const limits = [
  { letters: 3, within: milliseconds({ hours: 1 }) },
  { letters: 10, within: milliseconds({ days: 1 }) },
]

/** The first moment from `wanted` on at which another letter keeps to every limit, given when the others go out. */
export function firstFreeMoment(planned: readonly Date[], wanted: Date): Date {
  const times = planned.map(Number).toSorted((a, b) => a - b)
  let at = wanted.getTime()
  for (;;) {
    const later = limits.map((limit) => freeFrom(times, at, limit))
    const next = Math.max(...later)
    if (next === at) return new Date(at)
    at = next
  }
}

/** `at`, or when the oldest letter that counts against this limit no longer does. */
function freeFrom(
  times: readonly number[],
  at: number,
  { letters, within }: (typeof limits)[number],
): number {
  const counted = times.filter((time) => time > at - within && time <= at)
  const oldest = counted.at(-letters)
  return oldest === undefined ? at : oldest + within
}
