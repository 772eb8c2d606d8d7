import { z } from 'zod'
import { Layout } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema } from './letter.ts'
import { Paragraph } from './parts.tsx'

/** What a member of staff wrote to somebody who asked for people. */
export const leadMessage = defineLetter({
  schema: z.object({
    firm: firmSchema,
    subject: lineSchema,
    /** Paragraphs with an empty line between them. */
    body: z.string().max(20_000),
    /** Who wrote it. */
    sender: lineSchema,
  }),
  subject: ({ subject }) => subject,
  Letter: ({ firm, subject, body, sender }) => (
    <Layout
      firm={firm}
      title={subject}
      preview={body.slice(0, 120)}
      why={`${sender} of ${firm.name} wrote this to you. Answer it as you would any letter.`}
    >
      {body
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph, index) => (
          // Paragraphs never change places.
          <Paragraph key={index}>
            {paragraph.split('\n').map((line, at) => (
              <span key={at}>
                {at > 0 && <br />}
                {line}
              </span>
            ))}
          </Paragraph>
        ))}
    </Layout>
  ),
})
