/**
 * Where a host is, and so whose clock they read: the one at home, but for journeys. A journey lasts from the first midnight
 * there to the one after its last day. Of journeys that are too close for that the earlier one counts to its end.
 */
import { addDays } from '#app/time/calendar-dates.ts'
import { startOfDay } from '#app/time/instants.ts'
import type { CalendarDate, EpochMs, Interval, TimeZone } from '#app/time/types.ts'

/** Both days are included. */
export type DateRange = { from: CalendarDate; until: CalendarDate }

/** No two of a host share a date. */
export type Journey = DateRange & { timeZone: TimeZone }

/** A time during which the host reads the clock of one place. */
export type Stay = Interval & { timeZone: TimeZone }

/** `timeZone` is home; the journeys need no order. */
export type Places = { timeZone: TimeZone; travel: readonly Journey[] }

/** The zone of the clock that the host reads at that instant. */
export function zoneAt(host: Places, at: EpochMs): TimeZone {
  return staysOf(host).find(({ from, until }) => from <= at && at < until)?.timeZone ?? host.timeZone
}

/** Where the host is, one stay after the other without a hole, from the beginning to the end of time. */
export function staysOf({ timeZone, travel }: Places): Stay[] {
  const journeys = travel.length < 2 ? travel : travel.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const stays: Stay[] = []
  let over = -Infinity
  journeys.forEach((journey, i) => {
    const from = Math.max(over, startOfDay(journey.from, journey.timeZone))
    const until = endOfJourney(journey, journeys[i + 1])
    stays.push({ from: over, until: from, timeZone }, { from, until, timeZone: journey.timeZone })
    over = Math.max(over, until)
  })
  stays.push({ from: over, until: Infinity, timeZone })
  return stays.filter((stay) => stay.from < stay.until)
}

/**
 * The midnight after its last day. When the next journey begins with that midnight, nobody is home in between: the host
 * reads the clock of the first place until it is midnight in the second one too.
 */
function endOfJourney({ until, timeZone }: Journey, next: Journey | undefined): EpochMs {
  const dayAfter = addDays(until, 1)
  const end = startOfDay(dayAfter, timeZone)
  return next?.from === dayAfter ? Math.max(end, startOfDay(dayAfter, next.timeZone)) : end
}
