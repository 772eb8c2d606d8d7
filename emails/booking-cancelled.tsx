import { z } from 'zod'
import { Layout, WhyVisitor } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema, meetingTimeSchema, visitorNameSchema } from './letter.ts'
import { MeetingTimes } from './meeting-times.tsx'
import { Action, Facts, Paragraph } from './parts.tsx'

export const bookingCancelled = defineLetter({
  schema: z.object({
    firm: firmSchema,
    name: visitorNameSchema,
    reference: lineSchema,
    meeting: lineSchema,
    host: lineSchema,
    when: meetingTimeSchema,
    whenAtHost: meetingTimeSchema,
    by: z.enum(['visitor', 'staff']),
    bookUrl: lineSchema,
  }),
  subject: ({ when }) => `Cancelled: ${when.date}, ${when.time} (${when.zone})`,
  Letter: (booking) => (
    <Layout
      firm={booking.firm}
      title="Your consultation is cancelled"
      preview={`${booking.when.date}, ${booking.when.time} (${booking.when.zone}) is free again.`}
      why={
        <WhyVisitor
          firm={booking.firm}
          because="this address was given when the consultation was booked."
          ifNot="There is nothing more to do."
        />
      }
    >
      <Paragraph>Hello {booking.name},</Paragraph>
      <Paragraph>{sayWho[booking.by]} This meeting does not take place:</Paragraph>
      <MeetingTimes
        isCancelled
        when={booking.when}
        other={{ whose: booking.host, when: booking.whenAtHost }}
      />
      <Facts
        facts={[
          { label: 'What', value: booking.meeting },
          { label: 'Reference', value: booking.reference },
        ]}
      />
      <Paragraph>
        The notice that comes with this letter takes it off your calendar. Another time is quickly found:
      </Paragraph>
      <Action href={booking.bookUrl}>Choose another time</Action>
    </Layout>
  ),
})

const sayWho = {
  visitor: 'We have cancelled your consultation, as you asked.',
  staff: 'We are sorry: we had to cancel your consultation.',
}
