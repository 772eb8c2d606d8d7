import { z } from 'zod'
import { Layout, WhyVisitor } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema } from './letter.ts'
import { Action, Paragraph } from './parts.tsx'

/** To whoever asked for a link to go on with a request elsewhere. It carries nothing that was typed. */
export const finishLater = defineLetter({
  schema: z.object({
    firm: firmSchema,
    resumeUrl: lineSchema,
    /** "12 December 2026". */
    keptUntil: lineSchema,
  }),
  subject: ({ firm }) => `Your unfinished request at ${firm.name}`,
  Letter: ({ firm, resumeUrl, keptUntil }) => (
    <Layout
      firm={firm}
      title="Go on where you stopped"
      preview={`What you began is kept until ${keptUntil}.`}
      why={
        <WhyVisitor
          firm={firm}
          because="somebody asked on our site to have this link sent here."
          ifNot="Not you? Then there is nothing to do: nothing has been sent to us, and it deletes itself."
        />
      }
    >
      <Paragraph>Hello,</Paragraph>
      <Paragraph>
        This link opens the request you began, on any device. What you have written so far is kept until{' '}
        {keptUntil} and is then deleted; nobody here reads it before you send it.
      </Paragraph>
      <Action href={resumeUrl}>Go on with my request</Action>
    </Layout>
  ),
})
