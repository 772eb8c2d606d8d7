/** Numbers and lengths of time as people type them. */
import { minutesInDay, minutesInHour } from 'date-fns/constants'

/** Null when the text is no whole number, or one out of the range; both ends belong to it. */
export function wholeNumber(text: string, { from, to }: { from: number; to: number }): number | null {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : -1
  return from <= number && number <= to ? number : null
}

/** From the largest on, so that the first that divides a length says it best. */
const units = { days: minutesInDay, hours: minutesInHour, minutes: 1 } as const
export type Unit = keyof typeof units

export const unitNames: Record<Unit, string> = { minutes: 'minutes', hours: 'hours', days: 'days' }

/** Thirty days: what the tables take. */
const mostMinutes = 30 * minutesInDay

/** `'4'` and `'hours'` are 240; null when that is no length of up to thirty days. */
export function minutesIn(amount: string, unit: string): number | null {
  const number = wholeNumber(amount, { from: 0, to: mostMinutes })
  if (number === null || !isUnit(unit)) return null
  const minutes = number * units[unit]
  return minutes <= mostMinutes ? minutes : null
}

/** 240 is 4 hours, 90 is 90 minutes, nothing is 0 hours. */
export function inLargestUnit(minutes: number): { amount: number; unit: Unit } {
  if (minutes % units.days === 0 && minutes > 0) return { amount: minutes / units.days, unit: 'days' }
  if (minutes % units.hours === 0) return { amount: minutes / units.hours, unit: 'hours' }
  return { amount: minutes, unit: 'minutes' }
}

/** `'4 hours'`, `'1 day'`, `'90 minutes'`. */
export function sayLength(minutes: number): string {
  const { amount, unit } = inLargestUnit(minutes)
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`
}

function isUnit(text: string): text is Unit {
  return Object.hasOwn(units, text)
}
