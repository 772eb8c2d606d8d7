import type { LocalTime } from './types.ts'

/** What a wall clock shows as minutes since its midnight, 0 to 1440: 570 for `'09:30'`. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
