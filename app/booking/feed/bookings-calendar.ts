/**
 * A host's bookings as one calendar that programs subscribe to. They read all of it again each time: what is gone from it
 * is gone from theirs, and what is CANCELLED they take out.
 */
import { minutesInHour, secondsInMinute } from 'date-fns/constants'
import ical, {
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator'
import { linkIn, manyLines, oneLine } from '#app/booking/letters/ics-text.ts'

export type ListedMeeting = {
  /** The same as in the invitations: a program that has one of them knows the meeting again. */
  uid: string
  sequence: number
  isCancelled: boolean
  /** When it was last known to be so; never the moment of asking, or no two answers would be the same. */
  stamp: Date
  startsAt: Date
  endsAt: Date
  summary: string
  description: string
  /** How to meet: a link, or a sentence. */
  location: string
}

/** How often programs are asked to look; Google takes its own time, some hours. */
const lookEverySeconds = minutesInHour * secondsInMinute * 0.25

/** The text of the file, with CRLF line ends and all times in UTC; the same for the same meetings. */
export function makeBookingsCalendar(about: {
  /** Of the firm. */
  company: string
  /** What the subscriber's list of calendars shows. */
  name: string
  meetings: readonly ListedMeeting[]
}): string {
  const calendar = ical({
    prodId: { company: oneLine(about.company), product: 'Bookings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    scale: 'GREGORIAN',
    name: oneLine(about.name),
    ttl: lookEverySeconds,
  })
  for (const meeting of about.meetings) calendar.createEvent(eventOf(meeting))
  return `${calendar.toString()}\r\n`
}

function eventOf(meeting: ListedMeeting): ICalEventData {
  return {
    id: oneLine(meeting.uid),
    sequence: meeting.sequence,
    stamp: meeting.stamp,
    start: meeting.startsAt,
    end: meeting.endsAt,
    summary: oneLine(meeting.summary),
    description: manyLines(meeting.description),
    location: oneLine(meeting.location),
    url: linkIn(meeting.location),
    status: meeting.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: meeting.isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  }
}
