import { db } from '#app/db.server.ts'
import { publicIdIn, verifyLink } from '#app/ops/signed-link.server.ts'
import { findBooking, type MadeBooking } from './made-booking.server.ts'

/** The booking that a link opens; unknown, revoked and forged links all throw the same 404. */
export async function getBookingByToken(token: string): Promise<MadeBooking> {
  const publicId = publicIdIn(token)
  const booking = publicId && (await findBooking(db, { publicId }))
  if (!booking || !verifyLink('booking', token, booking)) throw new Response(null, { status: 404 })
  return booking
}
