import { BookedMeeting, visitorBookingSchema, WhyBooked } from './booking-confirmed.tsx'
import { Layout } from './layout.tsx'
import { defineLetter, meetingTimeSchema } from './letter.ts'
import { Paragraph } from './parts.tsx'

export const bookingRescheduled = defineLetter({
  schema: visitorBookingSchema.extend({ before: meetingTimeSchema }),
  subject: ({ when }) => `Moved: ${when.date}, ${when.time} (${when.zone})`,
  Letter: ({ before, ...booking }) => (
    <Layout
      firm={booking.firm}
      title="Your consultation has a new time"
      preview={`Now ${booking.when.date}, ${booking.when.time} (${booking.when.zone}).`}
      why={<WhyBooked {...booking} />}
    >
      <Paragraph>Hello {booking.name},</Paragraph>
      <Paragraph>
        Your consultation of {before.date}, {before.time} ({before.zone}) was moved. The new time is yours,
        and the old one is free again:
      </Paragraph>
      <BookedMeeting {...booking} />
      <Paragraph>
        The invitation that comes with this letter moves the meeting in your calendar as well.
      </Paragraph>
    </Layout>
  ),
})
