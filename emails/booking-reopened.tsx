import { BookedMeeting, visitorBookingSchema, WhyBooked } from './booking-confirmed.tsx'
import { Layout } from './layout.tsx'
import { defineLetter } from './letter.ts'
import { Paragraph } from './parts.tsx'

export const bookingReopened = defineLetter({
  schema: visitorBookingSchema,
  subject: ({ when }) => `Takes place after all: ${when.date}, ${when.time} (${when.zone})`,
  Letter: (booking) => (
    <Layout
      firm={booking.firm}
      title="Your consultation takes place after all"
      preview={`${booking.when.date}, ${booking.when.time} (${booking.when.zone}) is yours again.`}
      why={<WhyBooked {...booking} />}
    >
      <Paragraph>Hello {booking.name},</Paragraph>
      <Paragraph>Your consultation had been cancelled. It is on again, at the time it had:</Paragraph>
      <BookedMeeting {...booking} />
      <Paragraph>
        The invitation that comes with this letter puts the meeting back into your calendar. If the time no
        longer suits you, move it with the button above.
      </Paragraph>
    </Layout>
  ),
})
