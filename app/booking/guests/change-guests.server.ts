import { lockBooking } from '#app/booking/changeable-booking.server.ts'
import { announceBooking } from '#app/booking/letters/announce-booking.server.ts'
import { asMade, madeBooking, type MadeBooking } from '#app/booking/made-booking.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { guestsBeside } from './guests.ts'

export type GuestsRefusal = 'not-open'

/**
 * Changes whom a visitor brings along, until the meeting begins: the cut-off guards the host's time, which this leaves as it
 * is. The same guests again change nothing.
 */
export async function changeGuests(
  asked: { bookingId: string; guests: readonly string[] },
  now: Date,
): Promise<Outcome<MadeBooking, GuestsRefusal>> {
  return db.$transaction(async (tx): Promise<Outcome<MadeBooking, GuestsRefusal>> => {
    const booking = await lockBooking(tx, { bookingId: asked.bookingId, by: 'visitor' })
    if (!mayChangeGuests(booking, now)) return refused('not-open')
    const guests = guestsBeside([booking.visitorEmail], asked.guests)
    const isSame =
      guests.length === booking.guests.length && guestsBeside(booking.guests, guests).length === 0
    return done(isSame ? booking : await changeInside(tx, booking, guests, now))
  })
}

export function mayChangeGuests({ status, startsAt }: MadeBooking, now: Date): boolean {
  return status === 'confirmed' && startsAt > now
}

async function changeInside(
  tx: Transaction,
  booking: MadeBooking,
  guests: string[],
  now: Date,
): Promise<MadeBooking> {
  const { id, leadId, reference } = booking
  const data = { guests, sequence: { increment: 1 } }
  const changed = asMade(await tx.booking.update({ where: { id }, data, include: madeBooking }))
  await recordEvent(tx, {
    leadId,
    at: now,
    event: { kind: 'guests-changed', bookingId: id, reference, guests: guests.length },
  })
  await announceBooking(tx, changed, 'guests', { now, by: 'visitor', previousGuests: booking.guests })
  return changed
}
