import { z } from 'zod'
import { Layout, WhyVisitor } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema, visitorNameSchema } from './letter.ts'
import { Action, Facts, Paragraph } from './parts.tsx'

/** To whoever wrote by the contact page. What they wrote is not in it: the address may be somebody else's. */
export const messageReceived = defineLetter({
  schema: z.object({
    firm: firmSchema,
    name: visitorNameSchema,
    /** "R-7K3QXMP". */
    reference: lineSchema,
    /** "one working day". */
    replyWithin: lineSchema,
    bookUrl: lineSchema,
  }),
  subject: ({ reference }) => `We have your message: ${reference}`,
  Letter: ({ firm, name, reference, replyWithin, bookUrl }) => (
    <Layout
      firm={firm}
      title="We have your message"
      preview={`You will hear from us within ${replyWithin}. Your reference is ${reference}.`}
      why={
        <WhyVisitor
          firm={firm}
          because="this address was given when the message was sent."
          ifNot={`Not you? Tell us at ${firm.email}, and we will delete it.`}
        />
      }
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>
        Your message has arrived. A person reads it and answers to this address within {replyWithin}.
      </Paragraph>
      <Facts facts={[{ label: 'Reference', value: reference }]} />
      <Paragraph>
        Something to add? Write to {firm.email} and name the reference. Would you rather talk? Choose a time
        that suits you.
      </Paragraph>
      <Action href={bookUrl}>Book a free consultation</Action>
    </Layout>
  ),
})
