import type { Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { asMade, madeBooking, type MadeBooking } from './made-booking.server.ts'
import { changesAllowed } from './cut-off.ts'

export type ChangeRefusal = 'not-open' | 'cut-off'

/** Who changes which booking: visitors until the cut-off, staff until it begins. */
export type Change = { bookingId: string; by: 'visitor' | 'staff' }

/** Takes the host's calendar for this transaction, then reads the booking: nobody else can change it any more. */
export async function lockBooking(tx: Transaction, { bookingId }: Change): Promise<MadeBooking> {
  const { hostId } = await tx.booking.findUniqueOrThrow({
    where: { id: bookingId },
    select: { hostId: true },
  })
  await lockFor(tx, 'host', hostId)
  return asMade(await tx.booking.findUniqueOrThrow({ where: { id: bookingId }, include: madeBooking }))
}

/** Whether it may be moved or cancelled by them now. */
export function decideChange(booking: MadeBooking, { by }: Change, now: Date): Outcome<true, ChangeRefusal> {
  if (booking.status !== 'confirmed' || booking.startsAt <= now) return refused('not-open')
  if (by === 'visitor' && !changesAllowed(booking, now)) return refused('cut-off')
  return done(true)
}
