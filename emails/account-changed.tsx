import { z } from 'zod'
import { Layout, WhyAccount } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema } from './letter.ts'
import { Paragraph } from './parts.tsx'

/** To a member of staff: something about how they sign in has changed. */
export const accountChanged = defineLetter({
  schema: z.object({
    firm: firmSchema,
    name: lineSchema,
    /** "Your password was changed." */
    what: lineSchema,
    when: lineSchema,
    /** What is to be done when it was somebody else. */
    ifNotYou: lineSchema,
  }),
  subject: ({ firm, what }) => `${firm.name} desk: ${what.replace(/\.$/, '')}`,
  Letter: ({ firm, name, what, when, ifNotYou }) => (
    <Layout firm={firm} title="Your account" preview={what} why={<WhyAccount firm={firm} />}>
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>{what}</Paragraph>
      <Paragraph>
        It happened on {when}. Wherever you were signed in, you may have to sign in again.
      </Paragraph>
      <Paragraph>{ifNotYou}</Paragraph>
    </Layout>
  ),
})
