import { BookedMeeting, visitorBookingSchema, WhyBooked } from './booking-confirmed.tsx'
import { Layout } from './layout.tsx'
import { defineLetter } from './letter.ts'
import { Paragraph } from './parts.tsx'

/** It may go out later than planned, so it names the time and never says "tomorrow" or "in an hour". */
export const bookingReminder = defineLetter({
  schema: visitorBookingSchema,
  subject: ({ when }) => `Reminder: ${when.date}, ${when.time} (${when.zone})`,
  Letter: (booking) => (
    <Layout
      firm={booking.firm}
      title="Your consultation is soon"
      preview={`${booking.when.time}, ${booking.when.zone}. How to meet, and what to do if you cannot come.`}
      why={<WhyBooked {...booking} />}
    >
      <Paragraph>Hello {booking.name},</Paragraph>
      <Paragraph>We look forward to talking with you. This is when and how we meet:</Paragraph>
      <BookedMeeting {...booking} />
    </Layout>
  ),
})
