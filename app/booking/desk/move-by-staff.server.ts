import type { ChangeRefusal } from '#app/booking/changeable-booking.server.ts'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { moveHeld } from '#app/booking/reschedule-booking.server.ts'
import type { OutsideReason } from '#app/calendars/staff-offer.ts'
import type { Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { decideForStaff, type StaffRefusal } from './decide-for-staff.server.ts'
import { onBooking, type DeskRefusal, type Shown } from './on-booking.server.ts'

export type MoveRefusal = DeskRefusal | ChangeRefusal | StaffRefusal

/** Moves a booking to any time that its host has, without notice, window, limits and grid. */
export async function moveByStaff(
  viewer: Viewer,
  shown: Shown,
  asked: { start: Date; anyway?: OutsideReason | undefined },
  now: Date,
): Promise<Outcome<MadeBooking, MoveRefusal>> {
  return onBooking<ChangeRefusal | StaffRefusal>(viewer, shown, {
    isDone: ({ status, startsAt }) => status === 'confirmed' && startsAt.getTime() === asked.start.getTime(),
    run: (tx, booking) => {
      const decide = () => decideForStaff(tx, booking, { ...asked, host: booking.host.slug }, now)
      return moveHeld(tx, booking, { start: asked.start, by: 'staff', actorId: viewer.id, decide }, now)
    },
  })
}
