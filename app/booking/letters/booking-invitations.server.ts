import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { sender } from '#app/mail/firm.server.ts'
import { nameless, safeName } from '#emails/safe-name.ts'
import { hostAddress, hostName } from './booking-letters.server.ts'
import { guestMeeting, hostMeeting, visitorMeeting } from './booking-meeting.server.ts'
import { type InvitationMethod, makeInvitation } from './invitation.ts'

/** The meeting for the visitor's calendar. `now` is when this message is made. */
export function visitorInvitation(booking: MadeBooking, method: InvitationMethod, now: Date): string {
  const { title, details, location } = visitorMeeting(booking)
  const meeting = {
    ...whenAndWhich(booking),
    summary: title,
    description: details,
    location,
    attendees: [visitorAs(booking), ...guestsIn(booking)],
  }
  return makeInvitation(method, meeting, now)
}

/** The meeting for the host's calendar, with everything that the visitor wrote. */
export function hostInvitation(booking: MadeBooking, method: InvitationMethod, now: Date): string {
  const { title, details, location } = hostMeeting(booking)
  const meeting = {
    ...whenAndWhich(booking),
    summary: title,
    description: details,
    location,
    attendees: [{ name: hostName(booking), email: hostAddress(booking) }, ...guestsIn(booking)],
  }
  return makeInvitation(method, meeting, now)
}

/** The meeting for the calendar of one guest: nobody else's address, and no link that changes it. */
export function guestInvitation(
  booking: MadeBooking,
  guest: string,
  method: InvitationMethod,
  now: Date,
): string {
  const { title, details, location } = guestMeeting(booking)
  const meeting = {
    ...whenAndWhich(booking),
    summary: title,
    description: details,
    location,
    attendees: guestsIn({ guests: [guest] }),
  }
  return makeInvitation(method, meeting, now)
}

function visitorAs({ visitorName, visitorEmail }: MadeBooking) {
  const name = safeName(visitorName)
  return { name: name === nameless ? visitorEmail : name, email: visitorEmail }
}

function guestsIn({ guests }: Pick<MadeBooking, 'guests'>) {
  return guests.map((email) => ({ name: email, email, isGuest: true }))
}

function whenAndWhich(booking: MadeBooking) {
  return {
    uid: booking.icsUid,
    sequence: booking.sequence,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    organizer: { name: sender.name, email: sender.address },
  }
}
