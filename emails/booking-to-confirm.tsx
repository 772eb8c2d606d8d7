import { z } from 'zod'
import { Layout, WhyVisitor } from './layout.tsx'
import { defineLetter, firmSchema, lineSchema } from './letter.ts'
import { Action, Facts, Paragraph } from './parts.tsx'

/** Asks an address that has proved nothing whether it booked: none of what was typed is in it, not even a name. */
export const bookingToConfirm = defineLetter({
  schema: z.object({
    firm: firmSchema,
    /** "Tuesday 1 December 2026, 10:30 (Berlin time)". */
    when: lineSchema,
    /** "10:02 (Berlin time)". */
    until: lineSchema,
    confirmUrl: lineSchema,
  }),
  subject: ({ firm }) => `Confirm your consultation with ${firm.name}`,
  Letter: ({ firm, when, until, confirmUrl }) => (
    <Layout
      firm={firm}
      title="Is this your booking?"
      preview={`We hold the time until ${until}.`}
      why={
        <WhyVisitor
          firm={firm}
          because="this address was given when a consultation was booked."
          ifNot="Not you? Then there is nothing to do: without the button nothing is booked."
        />
      }
    >
      <Paragraph>Hello,</Paragraph>
      <Paragraph>Somebody booked a free consultation with us and gave this address.</Paragraph>
      <Facts
        facts={[
          { label: 'When', value: when },
          { label: 'Held until', value: until },
        ]}
      />
      <Action href={confirmUrl}>Confirm the booking</Action>
    </Layout>
  ),
})
