import { z } from 'zod'
import { Layout, WhyAccount } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema } from './letter.ts'
import { Action, Paragraph } from './parts.tsx'

export const passwordReset = defineLetter({
  schema: z.object({ firm: firmSchema, name: lineSchema, url: lineSchema, validFor: lineSchema }),
  subject: ({ firm }) => `Choose a new password for ${firm.name}`,
  Letter: ({ firm, name, url, validFor }) => (
    <Layout
      firm={firm}
      title="Choose a new password"
      preview={`The link works once, for ${validFor}.`}
      why={<WhyAccount firm={firm} />}
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>
        somebody, most likely you, asked for a new password. The link works once, for {validFor}. A second
        factor stays as it is.
      </Paragraph>
      <Action href={url}>Choose a new password</Action>
      <Paragraph>Not you? Then there is nothing to do: only this mailbox has the link.</Paragraph>
    </Layout>
  ),
})
