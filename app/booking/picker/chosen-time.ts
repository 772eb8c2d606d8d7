/** A time that a visitor has chosen, or could choose, in words on their own clock. */
import { sayClearTime, sayDate, sayZone } from '#app/time/say.ts'
import type { Clock, TimeZone } from '#app/time/types.ts'

/** The clock that a visitor reads. */
export type Face = { timeZone: TimeZone; clock?: Clock | undefined }

export type ChosenWords = { start: string; date: string; time: string; zoneName: string }

/** `start` is an ISO instant, as a form or a link carries it. */
export function describeChosen(start: Date, { timeZone, clock }: Face, now: Date): ChosenWords {
  return {
    start: start.toISOString(),
    date: sayDate(start, timeZone, now),
    time: sayClearTime(start, timeZone, clock),
    zoneName: sayZone(timeZone, start),
  }
}

/** A free time as a link or a button says it: `'Tuesday 1 December, 10:30'`. */
export type FreeTime = { start: string; words: string }

export function describeFreeTime(moment: number, { timeZone, clock }: Face, now: Date): FreeTime {
  return {
    start: new Date(moment).toISOString(),
    words: `${sayDate(moment, timeZone, now)}, ${sayClearTime(moment, timeZone, clock)}`,
  }
}
