import { decideChange, type ChangeRefusal } from '#app/booking/changeable-booking.server.ts'
import { announceBooking } from '#app/booking/letters/announce-booking.server.ts'
import { hostName } from '#app/booking/letters/booking-letters.server.ts'
import { asMade, madeBooking, type MadeBooking } from '#app/booking/made-booking.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { decideForStaff, type StaffRefusal } from './decide-for-staff.server.ts'
import { onBooking, type DeskRefusal, type Shown } from './on-booking.server.ts'

export type ReassignRefusal = DeskRefusal | ChangeRefusal | StaffRefusal

/**
 * Gives a booking to another host of its type who is there and free then (`host`: their slug). The same row, the same
 * UID, the sequence one higher: the visitor's calendar is told who it is with, the old host's that it is off, the new
 * one's that it is on.
 */
export async function reassignBooking(
  viewer: Viewer,
  shown: Shown,
  { host }: { host: string },
  now: Date,
): Promise<Outcome<MadeBooking, ReassignRefusal>> {
  return onBooking<ChangeRefusal | StaffRefusal>(viewer, shown, {
    alsoHost: host,
    isDone: (booking) => booking.status === 'confirmed' && booking.host.slug === host,
    run: (tx, booking) => reassignHeld(tx, booking, { host, viewer }, now),
  })
}

async function reassignHeld(
  tx: Transaction,
  booking: MadeBooking,
  { host, viewer }: { host: string; viewer: Viewer },
  now: Date,
): Promise<Outcome<MadeBooking, ChangeRefusal | StaffRefusal>> {
  const allowed = decideChange(booking, { by: 'staff' }, now)
  if (!allowed.ok) return allowed
  const reason = await decideForStaff(tx, booking, { host, start: booking.startsAt }, now)
  if (reason) return refused(reason)

  const row = await tx.booking.update({
    where: { id: booking.id },
    data: { host: { connect: { slug: host } }, sequence: { increment: 1 } },
    include: madeBooking,
  })
  const reassigned = asMade(row)
  await recordEvent(tx, {
    leadId: booking.leadId,
    at: now,
    actorId: viewer.id,
    event: {
      kind: 'reassigned',
      bookingId: booking.id,
      reference: booking.reference,
      startsAt: booking.startsAt.toISOString(),
      from: hostName(booking),
      to: hostName(reassigned),
    },
  })
  await announceBooking(tx, reassigned, 'reassigned', { now, by: 'staff', previousHost: booking.host })
  return done(reassigned)
}
