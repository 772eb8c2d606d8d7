import type { Reader } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'

/** What pages and letters tell of a booking. */
export const madeBooking = {
  host: { include: { staff: true } },
  type: true,
  lead: { select: { ref: true } },
} satisfies Prisma.BookingInclude

type Row = Prisma.BookingGetPayload<{ include: typeof madeBooking }>

/** A booking that somebody made: every row but a reservation, which has no lead and no person yet. */
export type MadeBooking = Row & { leadId: string; personId: string; lead: NonNullable<Row['lead']> }

/** The booking; `null` when there is none, and for a reservation. */
export async function findBooking(
  database: Reader,
  where: Prisma.BookingWhereUniqueInput,
): Promise<MadeBooking | null> {
  const row = await database.booking.findUnique({ where, include: madeBooking })
  return row && isMade(row) ? row : null
}

/** Whether a form with that key was booked: most were not, and then there is nothing to read. */
export async function isBooked(database: Reader, idempotencyKey: string): Promise<boolean> {
  return (await database.booking.count({ where: { idempotencyKey } })) > 0
}

/** The row as a made booking. For ids that come from made bookings: a reservation here is a mistake of ours. */
export function asMade(row: Row): MadeBooking {
  if (!isMade(row)) throw new Error(`${row.reference} is a reservation, not a booking`)
  return row
}

/** The database holds `booking_has_lead_unless_reserved`. */
export function isMade(row: Row): row is MadeBooking {
  return row.status !== 'reserved' && row.leadId !== null && row.personId !== null && row.lead !== null
}
