import { takeHostCalendar } from '#app/calendars/take-calendar.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { changesAllowed } from './cut-off.ts'
import { asMade, madeBooking, type MadeBooking } from './made-booking.server.ts'

export type ChangeRefusal = 'not-open' | 'cut-off'

/** Who changes which booking: visitors until the cut-off, staff until it begins. */
export type Change = { bookingId: string; by: 'visitor' | 'staff' }

/**
 * Takes the booking, then its host's calendar and those of `alsoHosts` (ids) for this transaction: nobody else can change
 * it any more. The booking first, because it may be changing hosts at this moment.
 */
export async function holdBooking(
  tx: Transaction,
  bookingId: string,
  alsoHosts: readonly string[] = [],
): Promise<void> {
  await lockFor(tx, 'key', `change ${bookingId}`)
  const { hostId } = await tx.booking.findUniqueOrThrow({
    where: { id: bookingId },
    select: { hostId: true },
  })
  for (const id of [...new Set([hostId, ...alsoHosts])].toSorted()) await takeHostCalendar(tx, id)
}

/** The booking, held for this transaction. */
export async function lockBooking(tx: Transaction, { bookingId }: Change): Promise<MadeBooking> {
  await holdBooking(tx, bookingId)
  return asMade(await tx.booking.findUniqueOrThrow({ where: { id: bookingId }, include: madeBooking }))
}

/** Whether it may be moved or cancelled by them now. */
export function decideChange(
  booking: MadeBooking,
  { by }: Pick<Change, 'by'>,
  now: Date,
): Outcome<true, ChangeRefusal> {
  if (booking.status !== 'confirmed' || booking.startsAt <= now) return refused('not-open')
  if (by === 'visitor' && !changesAllowed(booking, now)) return refused('cut-off')
  return done(true)
}
