import { z } from 'zod'
import { Layout, WhyVisitor } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema, meetingTimeSchema, visitorNameSchema } from './letter.ts'
import { MeetingTimes } from './meeting-times.tsx'
import { Action, Facts, HowToMeet, Paragraph, Subtitle } from './parts.tsx'

/** What the letters to a visitor about a booking that stands are told. */
export const visitorBookingSchema = z.object({
  firm: firmSchema,
  name: visitorNameSchema,
  /** "B-7K3QXMP". */
  reference: lineSchema,
  /** "Free consultation, 30 minutes". */
  meeting: lineSchema,
  /** Whom they meet: a person, or a function such as "Hiring consultant". */
  host: lineSchema,
  when: meetingTimeSchema,
  whenAtHost: meetingTimeSchema,
  /** A link, or a sentence. */
  howToMeet: lineSchema,
  manageUrl: lineSchema,
  /** "4 hours": until how long before the start it can be moved. */
  cutoff: lineSchema,
})

export type VisitorBooking = z.infer<typeof visitorBookingSchema>

export const bookingConfirmed = defineLetter({
  schema: visitorBookingSchema,
  subject: ({ when }) => `Booked: ${when.date}, ${when.time} (${when.zone})`,
  Letter: (booking) => (
    <Layout
      firm={booking.firm}
      title="Your consultation is booked"
      preview={`${booking.when.time}, ${booking.when.zone}. How to meet, and how to move or cancel it.`}
      why={<WhyBooked {...booking} />}
    >
      <Paragraph>Hello {booking.name},</Paragraph>
      <Paragraph>We are looking forward to talking with you. This time is yours:</Paragraph>
      <BookedMeeting {...booking} />
      <Subtitle>What happens next</Subtitle>
      <Paragraph>
        The invitation that comes with this letter puts the meeting into your calendar. We read what you told
        us before we meet, so there is nothing to prepare: bring the questions that are open.
      </Paragraph>
    </Layout>
  ),
})

/** When, what, with whom, where, and the link that changes it: the middle of each letter about a booking that stands. */
export function BookedMeeting(booking: VisitorBooking) {
  return (
    <>
      <MeetingTimes when={booking.when} other={{ whose: booking.host, when: booking.whenAtHost }} />
      <Facts
        facts={[
          { label: 'What', value: booking.meeting },
          { label: 'With', value: `${booking.host}, ${booking.firm.name}` },
          { label: 'How to meet', value: <HowToMeet place={booking.howToMeet} /> },
          { label: 'Reference', value: booking.reference },
        ]}
      />
      <Action href={booking.manageUrl}>See, move or cancel it</Action>
      <Paragraph>
        You can move or cancel it yourself until {booking.cutoff} before it starts. Later than that, write to{' '}
        {booking.firm.email}.
      </Paragraph>
    </>
  )
}

export function WhyBooked({ firm }: VisitorBooking) {
  return (
    <WhyVisitor
      firm={firm}
      because="this address was given when the consultation was booked."
      ifNot="Not you? Cancel it with the button above."
    />
  )
}
