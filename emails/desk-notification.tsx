import { z } from 'zod'
import { Layout, WhyNotified } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema } from './letter.ts'
import { Action, Paragraph } from './parts.tsx'

/** What the desk tells a member of staff, by mail as well. */
export const deskNotification = defineLetter({
  schema: z.object({
    firm: firmSchema,
    name: lineSchema,
    /** "L-1042 is yours" */
    heading: lineSchema,
    /** What it is about, in a line. */
    about: lineSchema,
    url: lineSchema,
    /** Where they switch it off. */
    switchesUrl: lineSchema,
  }),
  subject: ({ heading, about }) => (about ? `${heading}: ${about}` : heading),
  Letter: ({ firm, name, heading, about, url, switchesUrl }) => (
    <Layout
      firm={firm}
      title={heading}
      preview={about || heading}
      why={<WhyNotified firm={firm} switchesUrl={switchesUrl} />}
    >
      <Paragraph>Hello {name},</Paragraph>
      {about && <Paragraph>{about}</Paragraph>}
      <Action href={url}>Open it on the desk</Action>
    </Layout>
  ),
})
