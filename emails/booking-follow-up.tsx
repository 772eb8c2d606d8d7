import { z } from 'zod'
import { Layout, WhyVisitor } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema, meetingTimeSchema, visitorNameSchema } from './letter.ts'
import { Action, Facts, Paragraph, Subtitle } from './parts.tsx'

type FollowUp = z.infer<typeof followUpSchema>

const followUpSchema = z.object({
  /** What staff said became of the meeting. */
  what: z.enum(['attended', 'missed']),
  firm: firmSchema,
  name: visitorNameSchema,
  reference: lineSchema,
  meeting: lineSchema,
  host: lineSchema,
  when: meetingTimeSchema,
  /** Where a requirement is shared. */
  startUrl: lineSchema,
  bookUrl: lineSchema,
})

/** After the meeting, once: thanks and what happens next, or another time for whoever was missed. */
export const bookingFollowUp = defineLetter({
  schema: followUpSchema,
  subject: ({ what, firm, when }) =>
    what === 'attended'
      ? `Thank you for talking with ${firm.name}`
      : `We missed you: ${when.date}, ${when.time} (${when.zone})`,
  Letter: (letter) => (
    <Layout
      firm={letter.firm}
      title={letter.what === 'attended' ? 'Thank you for your time' : 'We missed you'}
      preview={letter.what === 'attended' ? 'What happens next.' : 'Another time is quickly found.'}
      why={
        <WhyVisitor
          firm={letter.firm}
          because="this address was given when the consultation was booked."
          ifNot="This is the last letter about it."
        />
      }
    >
      <Paragraph>Hello {letter.name},</Paragraph>
      {letter.what === 'attended' ? <Thanks {...letter} /> : <Missed {...letter} />}
      <Facts
        facts={[
          { label: 'When', value: `${letter.when.date}, ${letter.when.time} (${letter.when.zone})` },
          { label: 'What', value: letter.meeting },
          { label: 'With', value: `${letter.host}, ${letter.firm.name}` },
          { label: 'Reference', value: letter.reference },
        ]}
      />
    </Layout>
  ),
})

function Thanks({ firm, host, startUrl }: FollowUp) {
  return (
    <>
      <Paragraph>Thank you for talking with us.</Paragraph>
      <Subtitle>What happens next</Subtitle>
      <Paragraph>
        {host} has what you told us and takes the next step that you agreed on. Is anything missing, or did
        something come to mind since? Write to {firm.email}.
      </Paragraph>
      <Paragraph>
        Roles, skills and dates that are written down make a proposal quicker and closer to what you need:
      </Paragraph>
      <Action href={startUrl}>Share your requirement</Action>
    </>
  )
}

function Missed({ firm, bookUrl }: FollowUp) {
  return (
    <>
      <Paragraph>
        We were there and did not meet you. That happens: choose another time, and we start afresh. If you did
        try to reach us, tell us at {firm.email}, and we will find out what went wrong.
      </Paragraph>
      <Action href={bookUrl}>Choose another time</Action>
    </>
  )
}
