import { z } from 'zod'
import { Layout, WhyVisitor } from './layout.tsx'
import { answersSchema, defineLetter, firmSchema, lineSchema, visitorNameSchema } from './letter.ts'
import { Action, Facts, Paragraph, Subtitle, TextLink } from './parts.tsx'

export const requirementReceived = defineLetter({
  schema: z.object({
    firm: firmSchema,
    name: visitorNameSchema,
    /** "R-7K3QXMP". */
    reference: lineSchema,
    /** "one working day". */
    replyWithin: lineSchema,
    /** "Tuesday 1 December 2026, 18:00 (Kolkata time)"; letters of earlier versions do not know it. */
    replyBy: lineSchema.default(''),
    requestUrl: lineSchema,
    bookUrl: lineSchema,
    /** Letters of earlier versions do not know it. */
    statusUrl: lineSchema.default(''),
    /** Where somebody asks for what we hold of them; letters of earlier versions lead to the notice. */
    rightsUrl: lineSchema.default(''),
    /** What was stored, why and until when: kinds of data, never what was typed. */
    receipt: answersSchema.default([]),
  }),
  subject: ({ reference }) => `We have your request: ${reference}`,
  Letter: ({
    firm,
    name,
    reference,
    replyWithin,
    replyBy,
    requestUrl,
    bookUrl,
    statusUrl,
    rightsUrl,
    receipt,
  }) => (
    <Layout
      firm={firm}
      title="We have your request"
      preview={`You will hear from us ${when({ replyWithin, replyBy })}. Your reference is ${reference}.`}
      why={
        <WhyVisitor
          firm={firm}
          because="this address was given when the request was sent."
          ifNot={`Not you? Tell us at ${firm.email}, and we will delete it.`}
        />
      }
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>Thank you for telling us whom you need. Your request has arrived.</Paragraph>
      <Facts
        facts={[
          { label: 'Reference', value: reference },
          { label: 'What you sent', value: <TextLink href={requestUrl}>Read it again</TextLink> },
          ...(statusUrl
            ? [
                {
                  label: 'Where it stands',
                  value: <TextLink href={statusUrl}>Follow or change it</TextLink>,
                },
                {
                  label: 'For a colleague',
                  value: <TextLink href={`${statusUrl}#brief`}>Share it without your name</TextLink>,
                },
              ]
            : []),
        ]}
      />
      <Subtitle>What happens next</Subtitle>
      <Paragraph>
        A person reads it and answers to this address {when({ replyWithin, replyBy })}. Something to add or to
        correct? Write to {firm.email} and name the reference.
      </Paragraph>
      <Paragraph>
        Would you rather talk? Choose a time that suits you. What you sent comes along, so nothing is asked
        twice.
      </Paragraph>
      <Action href={bookUrl}>Book a free consultation</Action>
      {receipt.length > 0 && (
        <>
          <Subtitle>What we keep of it</Subtitle>
          <Facts
            facts={[
              ...receipt,
              {
                label: 'Your rights',
                value: (
                  <TextLink href={rightsUrl || firm.privacy}>See, correct or erase what we hold</TextLink>
                ),
              },
            ]}
          />
        </>
      )}
    </Layout>
  ),
})

function when({ replyWithin, replyBy }: { replyWithin: string; replyBy: string }): string {
  return replyBy ? `by ${replyBy}` : `within ${replyWithin}`
}
