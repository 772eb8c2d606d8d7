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
  organizer: { name: string; email: string }
  attendee: { name: string; email: string }
}

/** PUBLISH is for a file that someone downloads; the others go by mail. */
export type InvitationMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

/** The text of an .ics file. `now` is when this message is made. */
export function makeInvitation(method: InvitationMethod, meeting: InvitedMeeting, now: Date): string {
  return [method, meeting.uid, now.toISOString()].join('\n')
}
