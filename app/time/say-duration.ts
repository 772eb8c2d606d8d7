import { minutesInDay, minutesInHour } from 'date-fns/constants'

/** `'4 hours'`, `'90 minutes'`, `'2 days'`: the largest unit that says it without a rest. */
export function sayMinutes(minutes: number): string {
  if (minutes >= 2 * minutesInDay && minutes % minutesInDay === 0) return count(minutes / minutesInDay, 'day')
  if (minutes > 0 && minutes % minutesInHour === 0) return count(minutes / minutesInHour, 'hour')
  return count(minutes, 'minute')
}

/** `'1 day'`, `'30 days'`. */
export function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}
