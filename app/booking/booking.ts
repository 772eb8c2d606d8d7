import { z } from 'zod'
import { sentAnswersSchema } from '#app/consultations/answers.ts'
import { emailAddress, line, paragraph, personName, phoneNumber } from '#app/ops/text.ts'
import { guestsSchema } from './guests/guests.ts'
import { site } from '#app/site.ts'
import type { RefusalReason } from '#app/slots/slots.ts'
import { isOnCalendar } from '#app/time/calendar-dates.ts'
import { timeZoneSchema } from '#app/time/zones.ts'

/** What a visitor sends to book a time: the form and the JSON both. Field names are the columns' names. */
const instantText = z.iso
  .datetime({ offset: true, error: 'Choose a time from the calendar.' })
  .transform((text) => new Date(text))
  .refine(isOnCalendar, 'Choose a time from the calendar.')

/** The name of a type or a host in addresses: `consultation`, `hiring-consultant`. */
export const slug = z.string().regex(/^[a-z0-9-]{1,60}$/, 'Choose one that is offered.')

/** The type that the buttons of the site are named after. */
export const usualType = 'consultation'

export const bookingRequestSchema = z.object({
  type: slug.default(usualType),
  /** A particular calendar; left out, any free one takes it. */
  host: slug.optional(),
  start: z
    .string({ error: 'Choose a time from the calendar.' })
    .max(40, 'Choose a time from the calendar.')
    .pipe(instantText),
  timeZone: timeZoneSchema,
  name: personName(),
  email: emailAddress(),
  company: line(120),
  /** Required when the type is held by telephone. */
  phone: phoneNumber(),
  message: paragraph(4000),
  guests: guestsSchema,
  answers: sentAnswersSchema,
  /** One for each form that is shown: sending it twice books once. */
  idempotencyKey: z
    .string({ error: 'Send a key of your own with each booking.' })
    .min(8, 'Use 8 characters or more.')
    .max(255, 'Use 255 characters or fewer.')
    .regex(/^[\x21-\x7e]+$/, 'Use printable characters without spaces.'),
})
export type BookingRequest = z.output<typeof bookingRequestSchema>

export const refusedToBook = ['key-reused', 'too-many-open', 'unknown-type', 'unknown-host'] as const
export type BookingRefusal = RefusalReason | (typeof refusedToBook)[number]

/** What is said beside the calendar when a start cannot be had. */
export const refusalWords: Record<BookingRefusal, string> = {
  past: 'That time has passed. Choose a later one.',
  notice: 'That time is too soon for us to prepare. Choose a later one.',
  window: 'That time is further ahead than the calendar goes. Choose an earlier one.',
  closed: 'We are closed on that day. Choose another one.',
  hours: 'Nobody is there at that time. Choose one from the calendar.',
  grid: 'Meetings do not start at that time. Choose one from the calendar.',
  limit: 'That day is fully booked. Choose another one.',
  taken: 'Somebody has just booked that time. Choose another one: these are the nearest.',
  'key-reused': 'This form was sent before with other answers. Send it again to make it a second booking.',
  'too-many-open':
    'There are two consultations booked with this address already. Move or cancel one of them by the link in its letter.',
  'unknown-type': 'This kind of meeting is no longer offered. Choose another one.',
  'unknown-host': 'That person cannot be booked. Leave the choice to us, or choose somebody else.',
}

/** What stands beside a time that could not be had; null when something else was refused. */
export function sayGone(reason: BookingRefusal): string | null {
  if (refusedToBook.some((other) => other === reason)) return null
  return reason === 'taken' ? 'taken' : 'not free'
}

/** Said instead of the forms that change a booking, once its cut-off has passed. */
export const tooLate = `It is too late to change this here. Write to ${site.email} and we will find a way.`

export const rescheduleSchema = bookingRequestSchema.pick({ start: true })
export const cancelSchema = z.object({ reason: paragraph(1000) })
