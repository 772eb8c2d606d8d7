import { db, type Transaction } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { done, type Outcome } from '#app/ops/outcome.ts'
import { decideChange, lockBooking, type Change, type ChangeRefusal } from './changeable-booking.server.ts'
import { announceBooking } from './letters/announce-booking.server.ts'
import { asMade, madeBooking, type MadeBooking } from './made-booking.server.ts'

export type CancelRefusal = ChangeRefusal

/** Cancels a booking: the row stays, its time is free at once, both sides get a letter that takes it off their calendar. */
export async function cancelBooking(
  asked: Change & { reason: string },
  now: Date,
): Promise<Outcome<MadeBooking, CancelRefusal>> {
  return db.$transaction(async (tx) => cancelHeld(tx, await lockBooking(tx, asked), asked, now))
}

/** Cancels a booking that the transaction holds. `actorId`: the member of staff who does it. */
export async function cancelHeld(
  tx: Transaction,
  booking: MadeBooking,
  asked: { reason: string; by: Change['by']; actorId?: string },
  now: Date,
): Promise<Outcome<MadeBooking, CancelRefusal>> {
  if (booking.status === 'cancelled') return done(booking)
  const allowed = decideChange(booking, asked, now)
  if (!allowed.ok) return allowed

  const row = await tx.booking.update({
    where: { id: booking.id },
    data: {
      status: 'cancelled',
      cancelledAt: now,
      cancelledBy: asked.by,
      cancelReason: asked.reason,
      sequence: { increment: 1 },
    },
    include: madeBooking,
  })
  const cancelled = asMade(row)
  await recordEvent(tx, {
    leadId: booking.leadId,
    at: now,
    ...(asked.actorId && { actorId: asked.actorId }),
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
