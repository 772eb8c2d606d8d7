import { z } from 'zod'
import { Layout, WhyStaff } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema } from './letter.ts'
import { Action, Facts, Paragraph, Subtitle } from './parts.tsx'

/** To the office: what somebody wrote by the contact page. */
export const messageNotice = defineLetter({
  schema: z.object({
    firm: firmSchema,
    /** "L-1042". */
    reference: lineSchema,
    visitor: lineSchema,
    email: lineSchema,
    /** When it came, on the office's clock. */
    received: lineSchema,
    replyWithin: lineSchema,
    message: z.string().max(10_000),
    leadUrl: lineSchema,
  }),
  subject: ({ reference, visitor }) => `New message ${reference}: ${visitor}`,
  Letter: (notice) => (
    <Layout
      firm={notice.firm}
      title={`New message ${notice.reference}`}
      preview={`${notice.visitor}. Promised: an answer within ${notice.replyWithin}.`}
      why={<WhyStaff firm={notice.firm} />}
    >
      <Paragraph>
        {notice.visitor}. Received {notice.received}; we promised an answer within {notice.replyWithin}.
      </Paragraph>
      <Subtitle>What they write</Subtitle>
      <Facts
        facts={[
          { label: 'Message', value: notice.message },
          { label: 'E-mail', value: notice.email },
        ]}
      />
      <Action href={notice.leadUrl}>Open the lead</Action>
    </Layout>
  ),
})
