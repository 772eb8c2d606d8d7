import { z } from 'zod'
import { Layout, WhyVisitor } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema } from './letter.ts'
import { Action, Paragraph } from './parts.tsx'

/** The link to what we hold of an address. Anybody may have asked for it, so nothing that was typed is in it. */
export const yourData = defineLetter({
  schema: z.object({ firm: firmSchema, minutes: lineSchema, url: lineSchema }),
  subject: ({ firm }) => `Your data at ${firm.name}`,
  Letter: ({ firm, minutes, url }) => (
    <Layout
      firm={firm}
      title="Your data"
      preview={`A link that opens once, within ${minutes} minutes.`}
      why={
        <WhyVisitor
          firm={firm}
          because="somebody asked on our site to see what we hold of this address."
          ifNot="Not you? Then there is nothing to do: only this mailbox has the link."
        />
      }
    >
      <Paragraph>Hello,</Paragraph>
      <Paragraph>
        The link opens everything that we hold of this address: to take a copy, to correct it, to withdraw a
        consent, or to have it erased. It opens once, within {minutes} minutes.
      </Paragraph>
      <Action href={url}>Open my data</Action>
    </Layout>
  ),
})
