import { z } from 'zod'
import { Layout, WhyStaff } from './layout.tsx'
import { answersSchema, defineLetter, firmSchema, lineSchema, meetingTimeSchema } from './letter.ts'
import { MeetingTimes } from './meeting-times.tsx'
import { Action, Facts, HowToMeet, Paragraph, Subtitle } from './parts.tsx'

/** To the host: the whole of a booking, whenever something happens to it. */
export const bookingNotice = defineLetter({
  schema: z.object({
    firm: firmSchema,
    /** To a host who gets a colleague's booking it is `reassigned`, to the one who had it `handed-over`. */
    what: z.enum([
      'confirmed',
      'rescheduled',
      'reassigned',
      'handed-over',
      'cancelled',
      'reopened',
      'corrected',
      'guests',
    ]),
    by: z.enum(['visitor', 'staff']),
    reference: lineSchema,
    /** "Ann Example, Acme". */
    visitor: lineSchema,
    host: lineSchema,
    meeting: lineSchema,
    /** On the host's clock. */
    when: meetingTimeSchema,
    whenAtVisitor: meetingTimeSchema,
    /** The other host, when it was handed over. */
    otherHost: lineSchema.optional(),
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
        isCancelled={notice.what === 'cancelled' || notice.what === 'handed-over'}
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
  reassigned: 'Consultation given to you',
  'handed-over': 'Consultation given to a colleague',
  cancelled: 'Consultation cancelled',
  reopened: 'Consultation takes place after all',
  corrected: 'E-mail address corrected',
  guests: 'Guests changed',
}

const actors = { visitor: 'the visitor', staff: 'a colleague' }

function sayWhatHappened(notice: {
  what: keyof typeof titles
  by: keyof typeof actors
  otherHost?: string
  before?: { date: string; time: string }
}) {
  const by = actors[notice.by]
  switch (notice.what) {
    case 'confirmed':
      return `Booked by ${by}.`
    case 'rescheduled':
      return `Moved by ${by}${notice.before ? ` from ${notice.before.date}, ${notice.before.time}` : ''}.`
    case 'reassigned':
      return `It was with ${notice.otherHost}; it is yours now.`
    case 'handed-over':
      return `${notice.otherHost} holds it now; your time is free again.`
    case 'cancelled':
      return `Cancelled by ${by}; the time is free again.`
    case 'reopened':
      return `It had been cancelled; ${by} opened it again.`
    case 'corrected':
      return 'The visitor had mistyped their e-mail address; below is the right one.'
    case 'guests':
      return `Who else comes was changed by ${by}; below is who is invited now.`
    default:
      return notice.what satisfies never
  }
}
