/** What a wall clock shows, as text `'09:30'` and as minutes since its midnight (570). */
import { z } from 'zod'
import type { LocalTime } from './types.ts'

/** `'00:00'` to `'23:59'`, and `'24:00'` as the end of a day. */
export function isLocalTime(text: string): text is LocalTime {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)
}

export const localTimeSchema = z
  .string()
  .refine(isLocalTime, 'Write a time such as 09:30')
  .transform((text) => text as LocalTime)

/** Minutes since midnight: 0 to 1440. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The time that many whole minutes after midnight, 0 to 1440. Throws a RangeError outside. */
export function timeAtMinutes(minutes: number): LocalTime {
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0')
  const text = `${hour}:${String(minutes % 60).padStart(2, '0')}`
  if (!isLocalTime(text)) throw new RangeError(`No clock shows ${minutes} minutes after midnight`)
  return text
}
