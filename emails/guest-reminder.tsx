import { guestSchema, MeetingOfGuest, WhyGuest } from './guest-invitation.tsx'
import { Layout } from './layout.tsx'
import { defineLetter } from './letter.ts'
import { Paragraph } from './parts.tsx'

/** Like the visitor's reminder, it may go out late and never says "tomorrow". */
export const guestReminder = defineLetter({
  schema: guestSchema,
  subject: ({ when }) => `Reminder: ${when.date}, ${when.time} (${when.zone})`,
  Letter: (meeting) => (
    <Layout
      firm={meeting.firm}
      title="The consultation is soon"
      preview={`${meeting.when.time}, ${meeting.when.zone}. How to meet.`}
      why={<WhyGuest {...meeting} />}
    >
      <Paragraph>Hello,</Paragraph>
      <Paragraph>{meeting.visitor} invited you to this consultation:</Paragraph>
      <MeetingOfGuest {...meeting} />
    </Layout>
  ),
})
