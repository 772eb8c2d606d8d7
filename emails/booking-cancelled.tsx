import { z } from 'zod'
import { defineLetter, firmSchema, lineSchema, meetingTimeSchema, visitorNameSchema } from './letter.ts'

export const bookingCancelled = defineLetter({
  schema: z.object({
    firm: firmSchema,
    name: visitorNameSchema,
    reference: lineSchema,
    meeting: lineSchema,
    when: meetingTimeSchema,
    whenAtHost: meetingTimeSchema,
    by: z.enum(['visitor', 'staff']),
    bookUrl: lineSchema,
  }),
  subject: ({ when }) => `Cancelled: ${when.date}, ${when.time} (${when.zone})`,
  Letter: () => <p />,
})
