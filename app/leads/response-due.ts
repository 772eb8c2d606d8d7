/**
 * Until when somebody who wrote to us is to be answered, in hours of the office calendar. Written on Friday at 18:00 to an
 * office that is there from 11:00 to 20:00, a promise of nine hours ends on Monday at 18:00: two hours of Friday, seven
 * of Monday. Closed days and public holidays do not count.
 */
import { addDays } from 'date-fns'
import { millisecondsInMinute } from 'date-fns/constants'
import { openRanges, type HostRules } from '#app/slots/availability.ts'
import type { EpochMs } from '#app/time/types.ts'

const daysAtATime = 14
/** An office that is closed for longer than this has other worries than a clock. */
const mostDays = 26 * daysAtATime

/** Null when the office has no hours left within a year. */
export function responseDueAt(received: Date, office: HostRules, minutes: number): Date | null {
  let left = minutes * millisecondsInMinute
  for (let day = 0; day < mostDays; day += daysAtATime) {
    const window = {
      from: addDays(received, day).getTime(),
      until: addDays(received, day + daysAtATime).getTime(),
    }
    for (const range of openRanges(office, window)) {
      const from = Math.max(range.from, window.from)
      const until = Math.min(range.until, window.until)
      if (until - from >= left) return atMinute(from + left)
      left -= until - from
    }
  }
  return null
}

/** Nobody is told of seconds: the minute that is begun is theirs. */
function atMinute(at: EpochMs): Date {
  return new Date(Math.ceil(at / millisecondsInMinute) * millisecondsInMinute)
}
