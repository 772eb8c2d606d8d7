import { z } from 'zod'
import { Layout, WhyVisitor } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema, meetingTimeSchema } from './letter.ts'
import { Facts, Paragraph, Subtitle, TextLink } from './parts.tsx'

/** The links that somebody lost. Anybody may have asked for it, so nothing that was ever typed is in it. */
export const yourLinks = defineLetter({
  schema: z.object({
    firm: firmSchema,
    bookings: z
      .array(
        z.object({ when: meetingTimeSchema, meeting: lineSchema, reference: lineSchema, url: lineSchema }),
      )
      .max(50),
    requests: z.array(z.object({ received: lineSchema, reference: lineSchema, url: lineSchema })).max(50),
  }),
  subject: ({ firm }) => `Your links at ${firm.name}`,
  Letter: ({ firm, bookings, requests }) => (
    <Layout
      firm={firm}
      title="Your links"
      preview="Where you see, move or cancel your consultation, and read what you sent."
      why={
        <WhyVisitor
          firm={firm}
          because="somebody asked on our site to send the links of this address again."
          ifNot="Not you? Then there is nothing to do: only this mailbox has them."
        />
      }
    >
      <Paragraph>Hello,</Paragraph>
      <Paragraph>These are the links to what we have for this address. Keep them to yourself.</Paragraph>
      {bookings.length > 0 && <Subtitle>Consultations</Subtitle>}
      {bookings.map(({ when, meeting, reference, url }) => (
        <Facts
          key={reference}
          facts={[
            { label: 'When', value: `${when.date}, ${when.time} (${when.zone})` },
            { label: 'What', value: meeting },
            { label: reference, value: <TextLink href={url}>See, move or cancel it</TextLink> },
          ]}
        />
      ))}
      {requests.length > 0 && <Subtitle>What you sent us</Subtitle>}
      {requests.length > 0 && (
        <Facts
          facts={requests.map(({ received, reference, url }) => ({
            label: reference,
            value: <TextLink href={url}>Your request of {received}</TextLink>,
          }))}
        />
      )}
    </Layout>
  ),
})
