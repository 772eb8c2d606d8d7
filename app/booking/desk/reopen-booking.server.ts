import { announceBooking } from '#app/booking/letters/announce-booking.server.ts'
import { asMade, madeBooking, type MadeBooking } from '#app/booking/made-booking.server.ts'
import type { OutsideReason } from '#app/calendars/staff-offer.ts'
import type { Transaction } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { decideForStaff, type StaffRefusal } from './decide-for-staff.server.ts'
import { onBooking, type DeskRefusal, type Shown } from './on-booking.server.ts'

export type ReopenRefusal = DeskRefusal | StaffRefusal | 'not-cancelled'

/** Opens a cancelled booking again at the time it had, unless somebody else has that time now. */
export async function reopenBooking(
  viewer: Viewer,
  shown: Shown,
  { anyway }: { anyway?: OutsideReason | undefined },
  now: Date,
): Promise<Outcome<MadeBooking, ReopenRefusal>> {
  return onBooking<StaffRefusal | 'not-cancelled'>(viewer, shown, {
    isDone: ({ status }) => status === 'confirmed',
    run: (tx, booking) => reopenHeld(tx, booking, { anyway, viewer }, now),
  })
}

async function reopenHeld(
  tx: Transaction,
  booking: MadeBooking,
  { anyway, viewer }: { anyway: OutsideReason | undefined; viewer: Viewer },
  now: Date,
): Promise<Outcome<MadeBooking, StaffRefusal | 'not-cancelled'>> {
  if (booking.status !== 'cancelled') return refused('not-cancelled')
  const { host, startsAt: start } = booking
  const reason = await decideForStaff(tx, booking, { host: host.slug, start, anyway }, now)
  if (reason) return refused(reason)

  const row = await tx.booking.update({
    where: { id: booking.id },
    data: {
      status: 'confirmed',
      cancelledAt: null,
      cancelledBy: null,
      cancelReason: '',
      sequence: { increment: 1 },
    },
    include: madeBooking,
  })
  const reopened = asMade(row)
  await recordEvent(tx, {
    leadId: booking.leadId,
    at: now,
    actorId: viewer.id,
    event: {
      kind: 'reopened',
      bookingId: booking.id,
      reference: booking.reference,
      startsAt: start.toISOString(),
    },
  })
  await announceBooking(tx, reopened, 'reopened', { now, by: 'staff' })
  return done(reopened)
}
