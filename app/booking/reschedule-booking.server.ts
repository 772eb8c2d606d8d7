import { loadCalendar, spanAround } from '#app/calendars/calendar.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { blockedRange, whyNot, type RefusalReason } from '#app/slots/slots.ts'
import { decideChange, lockBooking, type Change, type ChangeRefusal } from './changeable-booking.server.ts'
import { announceBooking } from './letters/announce-booking.server.ts'
import { asMade, madeBooking, type MadeBooking } from './made-booking.server.ts'

export type RescheduleRefusal = RefusalReason | ChangeRefusal

/**
 * Moves a booking: the same row, the same UID, the sequence one higher. The old time is freed in the transaction that
 * takes the new one; when the new one is lost, the old booking still stands. Asking for the time it has changes nothing.
 */
export async function rescheduleBooking(
  asked: Change & { start: Date },
  now: Date,
): Promise<Outcome<MadeBooking, RescheduleRefusal>> {
  try {
    return await db.$transaction(async (tx) => {
      const booking = await lockBooking(tx, asked)
      const decide = () => decideForVisitor(tx, booking, asked.start, now)
      return moveHeld(tx, booking, { ...asked, decide }, now)
    })
  } catch (error) {
    if (isConstraintViolation(error, 'booking_no_overlap')) return refused('taken')
    throw error
  }
}

type Move<Reason> = {
  start: Date
  by: Change['by']
  /** The member of staff who does it. */
  actorId?: string
  /** Why the booking cannot start then, if so. */
  decide: () => Promise<Reason | null>
}

/** Moves a booking that the transaction holds. */
export async function moveHeld<Reason extends string>(
  tx: Transaction,
  booking: MadeBooking,
  asked: Move<Reason>,
  now: Date,
): Promise<Outcome<MadeBooking, Reason | ChangeRefusal | 'past'>> {
  const allowed = decideChange(booking, asked, now)
  if (!allowed.ok) return allowed
  if (asked.start < now) return refused('past')
  if (booking.startsAt.getTime() === asked.start.getTime()) return done(booking)
  const reason = await asked.decide()
  if (reason) return refused(reason)

  const blocked = blockedRange(asked.start.getTime(), booking.type)
  const row = await tx.booking.update({
    where: { id: booking.id },
    data: {
      startsAt: asked.start,
      endsAt: new Date(blocked.endsAt),
      blockedFrom: new Date(blocked.from),
      blockedUntil: new Date(blocked.until),
      sequence: { increment: 1 },
    },
    include: madeBooking,
  })
  const moved = asMade(row)
  await recordEvent(tx, {
    leadId: booking.leadId,
    at: now,
    ...(asked.actorId && { actorId: asked.actorId }),
    event: {
      kind: 'rescheduled',
      bookingId: booking.id,
      reference: booking.reference,
      from: booking.startsAt.toISOString(),
      to: moved.startsAt.toISOString(),
      by: asked.by,
    },
  })
  await announceBooking(tx, moved, 'rescheduled', { now, by: asked.by, previousStart: booking.startsAt })
  return done(moved)
}

/** The rules of a new booking, except that the booking does not stand in its own way. */
async function decideForVisitor(
  tx: Transaction,
  booking: MadeBooking,
  start: Date,
  now: Date,
): Promise<RefusalReason | null> {
  const calendar = await loadCalendar(tx, {
    typeSlug: booking.type.slug,
    hostSlug: booking.host.slug,
    span: spanAround(start.getTime()),
    except: booking.id,
  })
  const [host] = calendar?.hosts ?? []
  if (!calendar || !host) return 'closed'
  return whyNot(host.rules, calendar.meeting, host.busy, { start: start.getTime(), now: now.getTime() })
}
