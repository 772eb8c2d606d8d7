import { subHours, subMinutes } from 'date-fns'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import type { NewLetter } from '#app/mail/outbox.server.ts'
import { visitorProps } from './booking-letters.server.ts'

const reminder = 'booking-reminder'

/** Hours by the clock that ticks, not by the one on the wall: a clock change moves neither reminder. */
const hoursBefore = [24, 1]

/** Later than this a reminder reaches nobody who is not on the way already. */
const minutesOfUse = 10

/** The visitor's reminders, a day and an hour before the start, but for one whose moment has passed by `now`. */
export function remindersOf(booking: MadeBooking, now: Date): NewLetter<typeof reminder>[] {
  if (booking.status !== 'confirmed') return []
  const ahead = hoursBefore
    .map((hours) => ({ hours, runAt: subHours(booking.startsAt, hours) }))
    .filter(({ runAt }) => runAt > now)
  if (ahead.length === 0) return []

  const props = visitorProps(booking)
  return ahead.map(({ hours, runAt }) => ({
    kind: reminder,
    to: { name: booking.visitorName, address: booking.visitorEmail },
    dedupeKey: `booking:${booking.id}:${booking.sequence}:reminder-${hours}h`,
    bookingId: booking.id,
    leadId: booking.leadId,
    runAt,
    notAfter: subMinutes(booking.startsAt, minutesOfUse),
    props,
  }))
}

/** A reminder speaks of a meeting that is still ahead: one that was held or missed needs none. */
export function isReminder({ kind }: { kind: string }): boolean {
  return kind === reminder
}
