/** The hours as they stand in the address: `?tz=Europe/Berlin&from=09:00&until=17:30`. */
import { z } from 'zod'
import { minutesOf } from '#app/time/local-times.ts'
import type { LocalTime } from '#app/time/types.ts'
import { localTimeAt } from './shared-hours.ts'

/** Every half hour of a day, its end included. */
export const halfHours: readonly LocalTime[] = Array.from({ length: 49 }, (_, index) =>
  localTimeAt(index * 30),
)

export const usualHours = { from: '09:00' as LocalTime, until: '17:30' as LocalTime }

const halfHour = z
  .string()
  .refine((text) => halfHours.some((time) => time === text), 'Choose a time from the list.')
  .transform((text) => text as LocalTime)

export const hoursSchema = z
  .object({
    from: halfHour.default(usualHours.from),
    until: halfHour.default(usualHours.until),
  })
  .refine(({ from, until }) => minutesOf(from) < minutesOf(until), {
    path: ['until'],
    message: 'Choose an end after the beginning. Hours across midnight are two days here.',
  })
export type Hours = z.output<typeof hoursSchema>
