import type { OutsideReason } from '#app/calendars/staff-offer.ts'
import { sayClearTime, sayDate, sayZone } from '#app/time/say.ts'
import type { EpochMs, TimeZone } from '#app/time/types.ts'
import { whyNotFor, type Wanted } from './load-times.server.ts'
import { isOutside, sayAnyway, sayOutside, sayRefusal } from './new-booking.ts'

/** What has to be confirmed before a time outside the rules is booked. */
export type Outside = { reason: OutsideReason; words: string; button: string }

export type ChosenTime = {
  start: string
  theirs: string
  theirZone: string
  other: string | null
  outside: Outside | null
  /** It cannot be booked: why, and the nearest times that can. */
  lost: { why: string; nearby: { start: string; words: string; href: string }[] } | null
}

type Asked = {
  wanted: Wanted
  hostName: string | undefined
  start: Date
  clocks: { timeZone: TimeZone; otherZone: TimeZone }
  linkTo: (at: EpochMs) => string
}

/** A chosen time on both clocks, and whether it can be booked as it is. */
export async function loadChosen(
  { wanted, hostName, start, clocks, linkTo }: Asked,
  now: Date,
): Promise<ChosenTime> {
  const { reason, nearby } = await whyNotFor(wanted, start, now)
  const outside = isOutside(reason) && hostName ? describeOutside(reason, hostName) : null
  const isLost = reason !== null && !outside
  return {
    ...sayOnBothClocks(start, clocks),
    outside,
    lost: isLost
      ? {
          why: sayRefusal(reason),
          nearby: nearby().map((at) => ({ ...describeTime(at, clocks.timeZone), href: linkTo(at) })),
        }
      : null,
  }
}

function sayOnBothClocks(start: Date, { timeZone, otherZone }: Asked['clocks']) {
  const other = `${sayDate(start, otherZone)}, ${sayClearTime(start, otherZone)}, ${sayZone(otherZone, start)}`
  return {
    start: start.toISOString(),
    theirs: `${sayDate(start, timeZone)}, ${sayClearTime(start, timeZone)}`,
    theirZone: sayZone(timeZone, start),
    other: timeZone === otherZone ? null : other,
  }
}

function describeOutside(reason: OutsideReason, hostName: string): Outside {
  return { reason, words: sayOutside(reason, hostName), button: sayAnyway(reason, hostName) }
}

/** `'Tuesday 1 December, 10:30'` on that clock, with the instant. */
export function describeTime(at: EpochMs, zone: TimeZone) {
  return { start: new Date(at).toISOString(), words: `${sayDate(at, zone)}, ${sayClearTime(at, zone)}` }
}
