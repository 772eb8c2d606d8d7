import { planFollowUp } from '#app/booking/letters/follow-up.server.ts'
import { asMade, madeBooking, type MadeBooking } from '#app/booking/made-booking.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { markAnswered } from '#app/leads/mark-answered.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { onBooking, type DeskRefusal, type Shown } from './on-booking.server.ts'

export const marks = ['attended', 'no_show'] as const
export type Mark = (typeof marks)[number]
export type MarkRefusal = DeskRefusal | 'not-begun' | 'was-cancelled'

/**
 * Says whether the visitor came, from the start on, and plans the letter after the meeting; what was said before can be
 * corrected. A consultation that was held makes a new lead contacted: it is as real an answer as a call.
 */
export async function markBooking(
  viewer: Viewer,
  shown: Shown,
  { as }: { as: Mark },
  now: Date,
): Promise<Outcome<MadeBooking, MarkRefusal>> {
  return onBooking<'not-begun' | 'was-cancelled'>(viewer, shown, {
    isDone: ({ status }) => status === as,
    run: (tx, booking) => markHeld(tx, booking, { as, viewer }, now),
  })
}

async function markHeld(
  tx: Transaction,
  booking: MadeBooking,
  { as, viewer }: { as: Mark; viewer: Viewer },
  now: Date,
): Promise<Outcome<MadeBooking, 'not-begun' | 'was-cancelled'>> {
  if (booking.status === 'cancelled') return refused('was-cancelled')
  if (booking.startsAt > now) return refused('not-begun')

  const row = await tx.booking.update({
    where: { id: booking.id },
    data: { status: as },
    include: madeBooking,
  })
  const entry = { leadId: booking.leadId, at: now, actorId: viewer.id }
  await recordEvent(tx, {
    ...entry,
    event: {
      kind: 'marked',
      bookingId: booking.id,
      reference: booking.reference,
      startsAt: booking.startsAt.toISOString(),
      as,
    },
  })
  if (as === 'attended') await markAnswered(tx, entry, 'attended')
  const marked = asMade(row)
  await planFollowUp(tx, marked, now)
  return done(marked)
}
