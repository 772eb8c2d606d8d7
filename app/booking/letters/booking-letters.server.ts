import { differenceInMinutes } from 'date-fns'
import { guestsTyped } from '#app/booking/guests/guests.ts'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { storedAnswers } from '#app/consultations/answers.ts'
import { locationWithoutNumber } from '#app/consultations/place.ts'
import { env } from '#app/env.server.ts'
import { firmInLetters } from '#app/mail/firm.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayMinutes } from '#app/time/say-duration.ts'
import { sayCalendarDate, sayClearTime, sayOffset, sayZone } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import type { Answer, MeetingTime } from '#emails/letter.ts'

/** What the visitor's letters have in common. Of what they typed, only their name is in it (and only a safe one). */
export function visitorProps(booking: MadeBooking) {
  return {
    firm: firmInLetters,
    name: booking.visitorName,
    reference: booking.reference,
    meeting: whatItIs(booking),
    host: hostName(booking),
    when: meetingTime(booking, booking.visitorTimeZone),
    whenAtHost: meetingTime(booking, booking.host.timeZone),
    howToMeet: howToMeet(booking),
    manageUrl: manageUrl(booking),
    cutoff: sayMinutes(booking.type.cutoffMinutes),
  }
}

/** What the letters to guests have in common: the visitor's name (a safe one), and nothing else that was typed. */
export function guestProps(booking: MadeBooking) {
  return {
    firm: firmInLetters,
    visitor: booking.visitorName,
    meeting: whatItIs(booking),
    host: hostName(booking),
    when: meetingTime(booking, booking.visitorTimeZone),
    whenAtHost: meetingTime(booking, booking.host.timeZone),
    howToMeet: howToMeet(booking),
  }
}

/** What the host's notice holds: everything. */
export function noticeProps(booking: MadeBooking) {
  return {
    firm: firmInLetters,
    reference: booking.reference,
    visitor: visitorAndCompany(booking),
    host: hostName(booking),
    meeting: whatItIs(booking),
    when: meetingTime(booking, booking.host.timeZone),
    whenAtVisitor: meetingTime(booking, booking.visitorTimeZone),
    howToMeet: booking.location,
    answers: answersOf(booking),
    leadUrl: leadUrl(booking),
  }
}

/** With its own length: that of the type may have changed since. */
export function whatItIs({
  type,
  startsAt,
  endsAt,
}: {
  type: { name: string }
  startsAt: Date
  endsAt: Date
}): string {
  return `${type.name}, ${differenceInMinutes(endsAt, startsAt)} minutes`
}

export function hostAddress({ host }: Pick<MadeBooking, 'host'>): string {
  return host.staff?.email ?? site.email
}

export function hostName({ host }: Pick<MadeBooking, 'host'>): string {
  return host.staff?.name ?? host.name
}

/** A meeting's time on the clocks of one place. */
export function meetingTime(meeting: { startsAt: Date; endsAt: Date }, timeZone: string): MeetingTime {
  // Zones are checked where they are stored.
  const zone = timeZone as TimeZone
  return {
    date: sayCalendarDate(dateIn(meeting.startsAt, zone)),
    time: sayClearTime(meeting.startsAt, zone),
    until: sayClearTime(meeting.endsAt, zone),
    zone: sayZone(zone, meeting.startsAt),
    offset: sayOffset(zone, meeting.startsAt),
  }
}

/** The visitor's own number is not repeated to an address that may be somebody else's. */
export function howToMeet({ location }: MadeBooking): string {
  return locationWithoutNumber(location)
}

export function manageUrl(booking: Pick<MadeBooking, 'publicId' | 'linkVersion'>): string {
  return env.APP_URL + paths.manage(signLink('booking', booking))
}

/** Where to book another time. A type that is no longer offered leaves the choice of another one. */
export function bookAgainUrl({ type, visitorTimeZone }: MadeBooking): string {
  return env.APP_URL + paths.book({ type: type.active ? type.slug : undefined, timeZone: visitorTimeZone })
}

export function leadUrl({ lead }: MadeBooking): string {
  return env.APP_URL + paths.staff.lead(lead.ref)
}

export function visitorAndCompany({ visitorName, company }: MadeBooking): string {
  return company ? `${visitorName}, ${company}` : visitorName
}

export function answersOf(booking: MadeBooking): Answer[] {
  return [
    { label: 'Name', value: booking.visitorName },
    { label: 'E-mail', value: booking.visitorEmail },
    { label: 'Company', value: booking.company },
    { label: 'Telephone', value: booking.phone },
    { label: 'Guests', value: guestsTyped(booking.guests) },
    { label: 'Message', value: booking.message },
    ...storedAnswers(booking.answers).map(({ question, answer }) => ({ label: question, value: answer })),
    { label: 'Why cancelled', value: booking.cancelReason },
  ].filter((answer) => answer.value !== '')
}
