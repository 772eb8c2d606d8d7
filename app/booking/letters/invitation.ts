/**
 * The .ics file of a booking. A calendar takes a message as an update of what it has when the UID is the same and the
 * SEQUENCE higher, and as a cancellation when METHOD says CANCEL as well; so one booking keeps one UID for life.
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { linkIn, manyLines, oneLine } from './ics-text.ts'

export type InvitedMeeting = {
  /** Never changes for the life of the booking. */
  uid: string
  /** Rises with every change, or calendars ignore it. */
  sequence: number
  startsAt: Date
  endsAt: Date
  summary: string
  /** Plain text; says how to change the booking. */
  description: string
  /** How to meet: a link, or a sentence. */
  location: string
  /** The same as From in the mail that carries it, or a later CANCEL is not believed. */
  organizer: { name: string; email: string }
  /** Whoever comes. Guests were brought along: they chose no time, and may stay away. */
  attendees: { name: string; email: string; isGuest?: boolean }[]
}

/** PUBLISH is for a file that someone downloads; the others go by mail. */
export type InvitationMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

/** The text of an .ics file, with CRLF line ends and all times in UTC. `now` is when this message is made. */
export function makeInvitation(method: InvitationMethod, meeting: InvitedMeeting, now: Date): string {
  const organizer = person(meeting.organizer)
  const calendar = ical({
    prodId: { company: organizer.name, product: 'Bookings', language: 'EN' },
    method: ICalCalendarMethod[method],
    scale: 'GREGORIAN',
  })
  calendar.createEvent({
    id: oneLine(meeting.uid),
    sequence: meeting.sequence,
    stamp: now,
    start: meeting.startsAt,
    end: meeting.endsAt,
    summary: oneLine(meeting.summary),
    description: manyLines(meeting.description),
    location: oneLine(meeting.location),
    url: linkIn(meeting.location),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
    organizer,
    attendees: meeting.attendees.map((attendee) => ({
      ...person(attendee),
      ...(attendee.isGuest ? whoIsBrought : whoChoseTheTime),
    })),
  })
  return `${calendar.toString()}\r\n`
}

/** Nobody is asked to answer: the visitor chose the time, and the host's calendar offered it. */
const whoChoseTheTime = {
  role: ICalAttendeeRole.REQ,
  type: ICalAttendeeType.INDIVIDUAL,
  status: ICalAttendeeStatus.ACCEPTED,
  rsvp: false,
}

/** Their calendar may ask them; the answer is for the visitor, who invited them, and not for us. */
const whoIsBrought = {
  ...whoChoseTheTime,
  role: ICalAttendeeRole.OPT,
  status: ICalAttendeeStatus.NEEDSACTION,
}

function person({ name, email }: { name: string; email: string }) {
  return {
    name: oneLine(name).replaceAll(/["\\]/g, ''),
    email: email.replaceAll(/[\s\p{Cc}"\\<>,;:]/gu, ''),
  }
}
