import { subHours, subMinutes } from 'date-fns'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import type { Transaction } from '#app/db.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { visitorProps } from './booking-letters.server.ts'

const reminder = 'booking-reminder'

/** Hours by the clock that ticks, not by the one on the wall: a clock change moves neither reminder. */
const hoursBefore = [24, 1]

/** Later than this a reminder reaches nobody who is not on the way already. */
const minutesOfUse = 10

/**
 * Writes the visitor's reminders into the outbox of the same transaction, a day and an hour before the start. One
 * whose moment has passed by `now` is not written.
 */
export async function planReminders(tx: Transaction, booking: MadeBooking, now: Date): Promise<void> {
  if (booking.status !== 'confirmed') return
  for (const hours of hoursBefore) {
    const runAt = subHours(booking.startsAt, hours)
    if (runAt > now) await planReminder(tx, booking, { hours, runAt })
  }
}

function planReminder(tx: Transaction, booking: MadeBooking, at: { hours: number; runAt: Date }) {
  return enqueue(tx, {
    kind: reminder,
    to: { name: booking.visitorName, address: booking.visitorEmail },
    dedupeKey: `booking:${booking.id}:${booking.sequence}:reminder-${at.hours}h`,
    bookingId: booking.id,
    leadId: booking.leadId,
    runAt: at.runAt,
    notAfter: subMinutes(booking.startsAt, minutesOfUse),
    props: visitorProps(booking),
  })
}

/** A reminder speaks of a meeting that is still ahead: one that was held or missed needs none. */
export function isReminder({ kind }: { kind: string }): boolean {
  return kind === reminder
}
