import { z } from 'zod'
import { Layout } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema } from './letter.ts'
import { Action, Paragraph } from './parts.tsx'

export const staffInvitation = defineLetter({
  schema: z.object({
    firm: firmSchema,
    name: lineSchema,
    /** Who invites. */
    invitedBy: lineSchema,
    /** "a consultant" */
    role: lineSchema,
    url: lineSchema,
    /** "Tuesday 1 December 2026, 10:30 (Kolkata time)" */
    validUntil: lineSchema,
  }),
  subject: ({ firm, invitedBy }) => `${invitedBy} invites you to the desk of ${firm.name}`,
  Letter: ({ firm, name, invitedBy, role, url, validUntil }) => (
    <Layout
      firm={firm}
      title="Join the desk"
      preview={`As ${role}. The link works once, until ${validUntil}.`}
      why={
        <>
          {invitedBy} of {firm.name} typed this address. Not meant for you? Then leave it: the link ends by
          itself.
        </>
      }
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>
        {invitedBy} invites you to work the leads of {firm.name} as {role}. Choose a password and you are in.
        The link works once, until {validUntil}.
      </Paragraph>
      <Action href={url}>Join the desk</Action>
    </Layout>
  ),
})
