/** Parts of a lead's page in words; times are in the viewer's zone, a meeting's in the visitor's too. */
import type { BookingStatus, LeadSource, LeadStatus, LostReason, SubmissionKind } from '#app/prisma/enums.ts'
import { sayMoment } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { isTimeZone } from '#app/time/zones.ts'
import { lostReasonNames } from './lead-status.ts'

type Reader = { id: string; timeZone: TimeZone }

type StoredLead = {
  source: LeadSource
  createdAt: Date
  status: LeadStatus
  lostReason: LostReason | null
  lostNote: string
  owner: { id: string; name: string } | null
}

export function describeLead(lead: StoredLead, reader: Reader) {
  const owner = lead.owner ? (lead.owner.id === reader.id ? 'You' : lead.owner.name) : 'Unassigned'
  const lost = lead.lostReason && [lostReasonNames[lead.lostReason], lead.lostNote].filter(Boolean).join(': ')
  return [
    { term: 'Owner', value: owner },
    { term: 'Came by', value: sources[lead.source] },
    { term: 'Received', value: sayMoment(lead.createdAt, reader.timeZone) },
    ...(lost ? [{ term: 'Lost', value: lost }] : []),
  ]
}

type StoredPerson = {
  name: string
  phone: string
  timeZone: string | null
  emails: readonly { email: string }[]
}

export function describePerson(
  person: StoredPerson,
  company: { name: string; domain: string | null } | null,
) {
  return {
    name: person.name,
    emails: person.emails.map(({ email }) => email),
    phone: person.phone || null,
    timeZone: person.timeZone,
    company: company && { name: company.name, domain: company.domain },
  }
}

type StoredBooking = {
  id: string
  reference: string
  status: BookingStatus
  startsAt: Date
  visitorTimeZone: string
  location: string
  message: string
  answers: readonly { question: string; answer: string }[]
  phone: string
  host: { name: string }
}

export function describeBooking(booking: StoredBooking, reader: Reader, now: Date) {
  const { id, reference, status, startsAt, visitorTimeZone, host } = booking
  const isPast = status === 'confirmed' && startsAt <= now
  return {
    id,
    reference,
    state: isPast ? 'Held or missed' : bookingStates[status],
    isCancelled: status === 'cancelled',
    /** Our own link to the video call; other ways to meet are words. */
    room: /^https:\/\/\S+$/.test(booking.location) ? booking.location : null,
    facts: [
      { term: 'Your time', value: sayMoment(startsAt, reader.timeZone) },
      ...(isTimeZone(visitorTimeZone)
        ? [{ term: 'Their time', value: sayMoment(startsAt, visitorTimeZone) }]
        : []),
      { term: 'With', value: host.name },
      { term: 'Where', value: booking.location },
      { term: 'Telephone', value: booking.phone },
      { term: 'Message', value: booking.message },
      ...booking.answers.map(({ question, answer }) => ({ term: question, value: answer })),
    ].filter(({ value }) => value !== ''),
  }
}

export function describeSubmission(
  submission: { id: string; kind: SubmissionKind; payload: unknown; createdAt: Date },
  reader: Reader,
) {
  return {
    id: submission.id,
    heading: `${submissions[submission.kind]}, ${sayMoment(submission.createdAt, reader.timeZone)}`,
    verbatim: JSON.stringify(submission.payload, null, 2),
  }
}

/** A field of a person as it is said in a sentence: `'telephone number'` for `phone`. */
export function personField(field: string): string {
  const names: Record<string, string> = { phone: 'telephone number', email: 'e-mail address' }
  return names[field] ?? field
}

const sources: Record<LeadSource, string> = {
  requirement: 'The requirement form',
  booking: 'A booked consultation',
  manual: 'By hand',
  message: 'The contact form',
  import: 'Imported from a file',
}

const submissions: Record<SubmissionKind, string> = {
  requirement: 'Requirement',
  booking: 'Booking',
  manual: 'Typed by staff',
  message: 'Message',
  import: 'Imported',
}

const bookingStates: Record<BookingStatus, string> = {
  reserved: 'Being booked',
  confirmed: 'Confirmed',
  attended: 'Attended',
  no_show: 'Did not come',
  cancelled: 'Cancelled',
}
