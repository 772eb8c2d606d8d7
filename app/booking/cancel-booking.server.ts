import { db, type Transaction } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { announceBooking, bookingForLetters, type BookingForLetters } from './announce-booking.server.ts'
import { changesAllowed } from './cut-off.ts'

export type CancelRefusal = 'not-open' | 'cut-off'

/** Cancels a booking: the row stays, its time is free at once, both sides get a letter that takes it off their calendar. */
export async function cancelBooking(
  asked: { bookingId: string; reason: string; by: 'visitor' | 'staff' },
  now: Date,
): Promise<Outcome<BookingForLetters, CancelRefusal>> {
  return db.$transaction((tx) => cancelInside(tx, asked, now))
}

async function cancelInside(
  tx: Transaction,
  asked: { bookingId: string; reason: string; by: 'visitor' | 'staff' },
  now: Date,
): Promise<Outcome<BookingForLetters, CancelRefusal>> {
  const { hostId } = await tx.booking.findUniqueOrThrow({
    where: { id: asked.bookingId },
    select: { hostId: true },
  })
  await lockFor(tx, 'host', hostId)
  const booking = await tx.booking.findUniqueOrThrow({
    where: { id: asked.bookingId },
    include: bookingForLetters,
  })
  if (booking.status === 'cancelled') return done(booking)
  if (booking.status !== 'confirmed' || booking.startsAt <= now) return refused('not-open')
  if (asked.by === 'visitor' && !changesAllowed(booking, now)) return refused('cut-off')

  const cancelled = await tx.booking.update({
    where: { id: booking.id },
    data: {
      status: 'cancelled',
      cancelledAt: now,
      cancelledBy: asked.by,
      cancelReason: asked.reason,
      sequence: { increment: 1 },
    },
    include: bookingForLetters,
  })
  await recordEvent(tx, {
    leadId: booking.leadId,
    at: now,
    event: {
      kind: 'cancelled',
      bookingId: booking.id,
      reference: booking.reference,
      startsAt: booking.startsAt.toISOString(),
      by: asked.by,
      reason: asked.reason,
    },
  })
  await announceBooking(tx, cancelled, 'cancelled', { now, by: asked.by })
  return done(cancelled)
}
