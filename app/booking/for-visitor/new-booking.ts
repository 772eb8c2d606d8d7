/** What staff send to book for a visitor, and what is said when they cannot have the time or have to confirm it. */
import { z } from 'zod'
import { bookingRequestSchema, refusalWords, type BookingRefusal } from '#app/booking/booking.ts'
import { outsideReasons, type OutsideReason } from '#app/calendars/staff-offer.ts'
import { emailAddress, personName } from '#app/ops/text.ts'

export const newBookingSchema = bookingRequestSchema.omit({ idempotencyKey: true }).extend({
  name: personName('their'),
  email: emailAddress('their'),
  /** The number of the lead that it is for. */
  lead: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, 'There is no such lead.')
    .transform(Number)
    .optional(),
  /** One of the nearest times, pressed in place of the one that was lost. */
  instead: bookingRequestSchema.shape.start.optional(),
  anyway: z.enum(outsideReasons, 'Confirm it with the button.').optional(),
  /** Made with the form: the same form sent twice books once. */
  key: z.uuid('Load the page again.'),
})
export type NewBooking = z.output<typeof newBookingSchema>

export function isOutside(reason: string | null): reason is OutsideReason {
  return outsideReasons.some((outside) => outside === reason)
}

/** What the button says that books outside the rules: `host` is whose rules they are. */
export function sayAnyway(reason: OutsideReason, host: string): string {
  return `${sayOutside(reason, host)}: book anyway`
}

export function sayOutside(reason: OutsideReason, host: string): string {
  switch (reason) {
    case 'closed':
      return `${host} is closed on that day`
    case 'hours':
      return `Outside ${host}’s hours`
    case 'grid':
      return `Between ${host}’s starting times`
    default:
      return reason satisfies never
  }
}

/** In words for staff, where those for visitors would not do. */
export function sayRefusal(reason: BookingRefusal): string {
  return words[reason] ?? refusalWords[reason]
}

const words: Partial<Record<BookingRefusal, string>> = {
  past: 'That time has passed. Choose a later one.',
  taken: 'That time is taken. Choose another one: these are the nearest.',
  closed: 'Everybody is closed on that day. To book it anyway, choose whose calendar it goes into.',
  hours: 'Nobody is there at that time. To book it anyway, choose whose calendar it goes into.',
  grid: 'Nobody starts at that time. To book it anyway, choose whose calendar it goes into.',
  'unknown-type': 'That type of consultation is switched off.',
  'unknown-host': 'That calendar does not hold this type of consultation.',
}
