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
    /** The moment of that promise; letters of earlier versions do not know it. */
    replyBy: lineSchema.default(''),
    contact: answersSchema,
    answers: answersSchema,
    leadUrl: lineSchema,
  }),
  subject: ({ reference, visitor }) => `New request ${reference}: ${visitor}`,
  Letter: (notice) => (
    <Layout
      firm={notice.firm}
      title={`New request ${notice.reference}`}
      preview={`${notice.visitor}. Promised: an answer ${promised(notice)}.`}
      why={<WhyStaff firm={notice.firm} />}
    >
      <Paragraph>
        {notice.visitor}. Received {notice.received}; we promised an answer {promised(notice)}.
      </Paragraph>
      <Subtitle>Whom they need</Subtitle>
      <Facts facts={notice.answers} />
      <Subtitle>Who asks</Subtitle>
      <Facts facts={notice.contact} />
      <Action href={notice.leadUrl}>Open the lead</Action>
    </Layout>
  ),
})

function promised({ replyWithin, replyBy }: { replyWithin: string; replyBy: string }): string {
  return replyBy ? `by ${replyBy}` : `within ${replyWithin}`
}
