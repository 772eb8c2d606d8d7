/**
 * Which free times are worth showing first. The office's day is somebody's night: 00:30 in New York is free and of no use,
 * so 08:00 is shown instead. `offerAwake([00:30, 01:00, 08:00, 08:30], { timeZone, count: 1 })` is `[08:00]`.
 */
import { timeIn } from '#app/time/instants.ts'
import type { EpochMs, LocalTime, TimeZone } from '#app/time/types.ts'

/** When people are taken to be up, on their own clock; what starts at its end is too late. */
const wakingDay = { from: '08:00' as LocalTime, until: '20:00' as LocalTime }

/** The soonest of the times within the waking day of the zone; where that has none at all, the soonest. */
export function offerAwake<Time extends { startsAt: EpochMs }>(
  times: readonly Time[],
  { timeZone, count }: { timeZone: TimeZone; count: number },
): Time[] {
  const awake = times.filter(({ startsAt }) => {
    const clock = timeIn(startsAt, timeZone)
    return clock >= wakingDay.from && clock < wakingDay.until
  })
  return (awake.length > 0 ? awake : times).slice(0, count)
}
