import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { sender } from '#app/mail/firm.server.ts'
import { nameless, safeName } from '#emails/safe-name.ts'
import { hostAddress, hostName } from './booking-letters.server.ts'
import { hostMeeting, visitorMeeting } from './booking-meeting.server.ts'
import { type InvitationMethod, makeInvitation } from './invitation.ts'

/** The meeting for the visitor's calendar. `now` is when this message is made. */
export function visitorInvitation(booking: MadeBooking, method: InvitationMethod, now: Date): string {
  const name = safeName(booking.visitorName)
  const { title, details, location } = visitorMeeting(booking)
  const meeting = {
    ...whenAndWhich(booking),
    summary: title,
    description: details,
    location,
    attendee: { name: name === nameless ? booking.visitorEmail : name, email: booking.visitorEmail },
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
    attendee: { name: hostName(booking), email: hostAddress(booking) },
  }
  return makeInvitation(method, meeting, now)
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
