import { randomBytes } from 'node:crypto'
import { hasTooManyOpen } from '#app/booking/booking-rows.server.ts'
import { lockBooking } from '#app/booking/changeable-booking.server.ts'
import { guestsBeside } from '#app/booking/guests/guests.ts'
import { announceBooking } from '#app/booking/letters/announce-booking.server.ts'
import { asMade, madeBooking, type MadeBooking } from '#app/booking/made-booking.server.ts'
import { locationOf } from '#app/consultations/place.ts'
import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { correctAddress } from '#app/leads/correct-address.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'

export type CorrectionRefusal = 'too-late' | 'too-often' | 'too-many-open'

/** Each correction sends letters to an address that nobody has proved. */
const mostCorrections = 3

/** Whether the address may still be corrected: for 15 minutes after booking, by the database's clock. */
export async function mayCorrect(
  database: Reader,
  booking: { id: string; status: string },
): Promise<boolean> {
  if (booking.status !== 'confirmed') return false
  const [found] = await database.$queryRaw<{ isFresh: boolean }[]>`
    SELECT created_at > now() - interval '15 minutes' AND starts_at > now() AS "isFresh"
    FROM booking WHERE id = ${booking.id}::uuid`
  return found?.isFresh ?? false
}

/**
 * Gives a booking the address that was meant. The mistyped one may be a stranger's: every link that went there dies, the
 * room is another one, and what was not sent yet is taken back. They get no cancellation: it would be one more letter to
 * somebody who asked for none, and where both addresses lead to one mailbox it would take the meeting off its calendar.
 */
export async function correctEmail(
  asked: { bookingId: string; linkVersion: number; email: string },
  now: Date,
): Promise<Outcome<MadeBooking, CorrectionRefusal>> {
  return db.$transaction(async (tx): Promise<Outcome<MadeBooking, CorrectionRefusal>> => {
    const booking = await lockBooking(tx, { bookingId: asked.bookingId, by: 'visitor' })
    if (booking.visitorEmail === asked.email) return done(booking)
    if (booking.linkVersion !== asked.linkVersion) return refused('too-late')
    if (!(await mayCorrect(tx, booking))) return refused('too-late')
    if (booking.linkVersion > mostCorrections) return refused('too-often')
    for (const email of [booking.visitorEmail, asked.email].toSorted()) await lockFor(tx, 'person', email)
    if (await hasTooManyOpen(tx, asked.email, now)) return refused('too-many-open')
    return done(await correctInside(tx, booking, asked.email, now))
  })
}

async function correctInside(
  tx: Transaction,
  booking: MadeBooking,
  email: string,
  now: Date,
): Promise<MadeBooking> {
  const { id, type, phone, reference, leadId, personId, company, visitorEmail } = booking
  const row = await tx.booking.update({
    where: { id },
    data: {
      visitorEmail: email,
      guests: guestsBeside([email], booking.guests),
      linkVersion: { increment: 1 },
      sequence: { increment: 1 },
      location: locationOf(type, { phone, room: randomBytes(9).toString('hex') }),
    },
    include: madeBooking,
  })
  const corrected = asMade(row)
  await correctAddress(tx, { personId, leadId, from: visitorEmail, to: email, company })
  await recordEvent(tx, {
    leadId,
    at: now,
    event: { kind: 'address-corrected', bookingId: id, reference, from: visitorEmail, to: email },
  })
  await announceBooking(tx, corrected, 'corrected', { now, by: 'visitor' })
  return corrected
}
