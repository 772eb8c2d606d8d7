import { z } from 'zod'
import { Layout, WhyStaff } from './layout.tsx'
import { answersSchema, defineLetter, firmSchema, lineSchema, meetingTimeSchema } from './letter.ts'
import { MeetingTimes } from './meeting-times.tsx'
import { Action, Facts, HowToMeet, Paragraph, Subtitle } from './parts.tsx'

/** To the host: the whole of a booking, whenever something happens to it. */
export const bookingNotice = defineLetter({
  schema: z.object({
    firm: firmSchema,
    what: z.enum(['confirmed', 'rescheduled', 'cancelled']),
    by: z.enum(['visitor', 'staff']),
    reference: lineSchema,
    /** "Ann Example, Acme". */
    visitor: lineSchema,
    host: lineSchema,
    meeting: lineSchema,
    /** On the host's clock. */
    when: meetingTimeSchema,
    whenAtVisitor: meetingTimeSchema,
    /** On the host's clock, when the meeting was moved. */
    before: meetingTimeSchema.optional(),
    howToMeet: lineSchema,
    /** How to reach the visitor, and everything they wrote. */
    answers: answersSchema,
    leadUrl: lineSchema,
  }),
  subject: ({ what, visitor, when }) => `${titles[what]}: ${visitor}, ${when.date}, ${when.time}`,
  Letter: (notice) => (
    <Layout
      firm={notice.firm}
      title={titles[notice.what]}
      preview={`${notice.visitor}: ${notice.when.date}, ${notice.when.time}`}
      why={<WhyStaff firm={notice.firm} />}
    >
      <Paragraph>
        {notice.visitor}. {sayWhatHappened(notice)}
      </Paragraph>
      <MeetingTimes
        isCancelled={notice.what === 'cancelled'}
        when={notice.when}
        other={{ whose: 'For the visitor', when: notice.whenAtVisitor }}
      />
      <Facts
        facts={[
          { label: 'What', value: notice.meeting },
          { label: 'Calendar', value: notice.host },
          { label: 'How to meet', value: <HowToMeet place={notice.howToMeet} /> },
          { label: 'Reference', value: notice.reference },
        ]}
      />
      <Subtitle>What the visitor told us</Subtitle>
      <Facts facts={notice.answers} />
      <Action href={notice.leadUrl}>Open the lead</Action>
    </Layout>
  ),
})

const titles = {
  confirmed: 'New consultation',
  rescheduled: 'Consultation moved',
  cancelled: 'Consultation cancelled',
}

const actors = { visitor: 'the visitor', staff: 'a colleague' }

function sayWhatHappened(notice: {
  what: keyof typeof titles
  by: keyof typeof actors
  before?: { date: string; time: string }
}) {
  const by = actors[notice.by]
  if (notice.what === 'confirmed') return `Booked by ${by}.`
  if (notice.what === 'cancelled') return `Cancelled by ${by}; the time is free again.`
  return `Moved by ${by}${notice.before ? ` from ${notice.before.date}, ${notice.before.time}` : ''}.`
}
