import { BookedMeeting, visitorBookingSchema, WhyBooked } from './booking-confirmed.tsx'
import { Layout } from './layout.tsx'
import { defineLetter, lineSchema } from './letter.ts'
import { Paragraph } from './parts.tsx'

export const bookingReassigned = defineLetter({
  /** `before`: whom they were to meet. */
  schema: visitorBookingSchema.extend({ before: lineSchema }),
  subject: ({ host, when }) => `Now with ${host}: ${when.date}, ${when.time} (${when.zone})`,
  Letter: ({ before, ...booking }) => (
    <Layout
      firm={booking.firm}
      title={`You will meet ${booking.host}`}
      preview={`The time stays: ${booking.when.date}, ${booking.when.time} (${booking.when.zone}).`}
      why={<WhyBooked {...booking} />}
    >
      <Paragraph>Hello {booking.name},</Paragraph>
      <Paragraph>
        {before} cannot hold your consultation, so {booking.host} will. The time and everything else stay as
        they are:
      </Paragraph>
      <BookedMeeting {...booking} />
      <Paragraph>
        The invitation that comes with this letter brings the meeting in your calendar up to date.
      </Paragraph>
    </Layout>
  ),
})
