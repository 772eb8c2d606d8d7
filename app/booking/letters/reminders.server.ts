import { subHours, subMinutes } from 'date-fns'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import type { AnyNewLetter } from '#app/mail/outbox.server.ts'
import { guestProps, visitorProps } from './booking-letters.server.ts'
import { guestKey, guestsToTell } from './guest-letters.server.ts'

const reminders = ['booking-reminder', 'guest-reminder']

/** Hours by the clock that ticks, not by the one on the wall: a clock change moves neither reminder. */
const hoursBefore = [24, 1]

/** Later than this a reminder reaches nobody who is not on the way already. */
const minutesOfUse = 10

/** The reminders of the visitor and of each guest, a day and an hour before, but for one whose moment has passed by `now`. */
export function remindersOf(booking: MadeBooking, now: Date): AnyNewLetter[] {
  if (booking.status !== 'confirmed') return []
  const ahead = hoursBefore
    .map((hours) => ({ hours, runAt: subHours(booking.startsAt, hours) }))
    .filter(({ runAt }) => runAt > now)
  if (ahead.length === 0) return []

  const [props, forGuests] = [visitorProps(booking), guestProps(booking)]
  return ahead.flatMap(({ hours, runAt }): AnyNewLetter[] => {
    const { id: bookingId, leadId } = booking
    const letter = { bookingId, leadId, runAt, notAfter: subMinutes(booking.startsAt, minutesOfUse) }
    const visitors = {
      ...letter,
      kind: 'booking-reminder' as const,
      to: { name: booking.visitorName, address: booking.visitorEmail },
      dedupeKey: `booking:${bookingId}:${booking.sequence}:reminder-${hours}h`,
      props,
    }
    const guests = guestsToTell(booking).map((guest) => ({
      ...letter,
      kind: 'guest-reminder' as const,
      to: { name: '', address: guest },
      dedupeKey: `${guestKey(booking, guest)}:reminder-${hours}h`,
      props: forGuests,
    }))
    return [visitors, ...guests]
  })
}

/** A reminder speaks of a meeting that is still ahead: one that was held or missed needs none. */
export function isReminder({ kind }: { kind: string }): boolean {
  return reminders.includes(kind)
}
