/**
 * How much of the time between two moments the office was there: written on Friday at 18:00 to an office that is there
 * from 11:00 to 20:00 and answered on Monday at 12:00 is three hours, two of Friday and one of Monday.
 */
import { millisecondsInMinute } from 'date-fns/constants'
import { openRanges, type HostRules } from '#app/slots/availability.ts'

/** A minute that is begun counts. */
export function officeMinutes(office: HostRules, between: { from: Date; until: Date }): number {
  const window = { from: between.from.getTime(), until: between.until.getTime() }
  if (window.until <= window.from) return 0
  const open = openRanges(office, window).reduce(
    (sum, { from, until }) => sum + Math.max(0, Math.min(until, window.until) - Math.max(from, window.from)),
    0,
  )
  return Math.ceil(open / millisecondsInMinute)
}
