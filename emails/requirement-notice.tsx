import { z } from 'zod'
import { Layout, WhyStaff } from './layout.tsx'
import { answersSchema, defineLetter, firmSchema, lineSchema } from './letter.ts'
import { Action, Facts, Paragraph, Subtitle } from './parts.tsx'

/** To the office: the whole of a request. */
export const requirementNotice = defineLetter({
  schema: z.object({
    firm: firmSchema,
    reference: lineSchema,
    /** "Ann Example, Acme". */
    visitor: lineSchema,
    /** When it came, on the office's clock. */
    received: lineSchema,
    replyWithin: lineSchema,
    contact: answersSchema,
    answers: answersSchema,
    leadUrl: lineSchema,
  }),
  subject: ({ reference, visitor }) => `New request ${reference}: ${visitor}`,
  Letter: (notice) => (
    <Layout
      firm={notice.firm}
      title={`New request ${notice.reference}`}
      preview={`${notice.visitor}. Promised: an answer within ${notice.replyWithin}.`}
      why={<WhyStaff firm={notice.firm} />}
    >
      <Paragraph>
        {notice.visitor}. Received {notice.received}; we promised an answer within {notice.replyWithin}.
      </Paragraph>
      <Subtitle>Whom they need</Subtitle>
      <Facts facts={notice.answers} />
      <Subtitle>Who asks</Subtitle>
      <Facts facts={notice.contact} />
      <Action href={notice.leadUrl}>Open the lead</Action>
    </Layout>
  ),
})
