import { cancelHeld, type CancelRefusal } from '#app/booking/cancel-booking.server.ts'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import type { Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { onBooking, type DeskRefusal, type Shown } from './on-booking.server.ts'

/** Cancels a booking that has not begun, cut-off or not. The reason is for colleagues and the host. */
export async function cancelByStaff(
  viewer: Viewer,
  shown: Shown,
  { reason }: { reason: string },
  now: Date,
): Promise<Outcome<MadeBooking, DeskRefusal | CancelRefusal>> {
  return onBooking<CancelRefusal>(viewer, shown, {
    isDone: ({ status }) => status === 'cancelled',
    run: (tx, booking) => cancelHeld(tx, booking, { reason, by: 'staff', actorId: viewer.id }, now),
  })
}
