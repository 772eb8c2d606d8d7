import { BookedMeeting, visitorBookingSchema, WhyBooked } from './booking-confirmed.tsx'
import { Layout } from './layout.tsx'
import { defineLetter, lineSchema } from './letter.ts'
import { Paragraph } from './parts.tsx'

/** To the visitor, who changed who else is invited. Their addresses were typed into a form, so only the number is said. */
export const bookingGuests = defineLetter({
  /** `invited`: "2 guests are invited". */
  schema: visitorBookingSchema.extend({ invited: lineSchema }),
  subject: ({ when }) => `Guests changed: ${when.date}, ${when.time} (${when.zone})`,
  Letter: ({ invited, ...booking }) => (
    <Layout
      firm={booking.firm}
      title="Your guests have changed"
      preview={`${invited} to ${booking.when.date}, ${booking.when.time} (${booking.when.zone}).`}
      why={<WhyBooked {...booking} />}
    >
      <Paragraph>Hello {booking.name},</Paragraph>
      <Paragraph>
        {invited} to your consultation now. Who is new has an invitation on its way, and who is not invited
        any more is told. Everything else stays as it was:
      </Paragraph>
      <BookedMeeting {...booking} />
    </Layout>
  ),
})
