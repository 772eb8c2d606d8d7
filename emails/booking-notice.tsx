import { z } from 'zod'
import { answersSchema, defineLetter, firmSchema, lineSchema, meetingTimeSchema } from './letter.ts'

export const bookingNotice = defineLetter({
  schema: z.object({
    firm: firmSchema,
    what: z.enum(['confirmed', 'rescheduled', 'cancelled']),
    by: z.enum(['visitor', 'staff']),
    reference: lineSchema,
    visitor: lineSchema,
    host: lineSchema,
    meeting: lineSchema,
    when: meetingTimeSchema,
    whenAtVisitor: meetingTimeSchema,
    before: meetingTimeSchema.optional(),
    howToMeet: lineSchema,
    /** Everything that the visitor wrote, and how to reach them. */
    answers: answersSchema,
    leadUrl: lineSchema,
  }),
  subject: ({ what, visitor, when }) => `${subjectWords[what]}: ${visitor}, ${when.date}, ${when.time}`,
  Letter: () => <p />,
})

const subjectWords = {
  confirmed: 'New consultation',
  rescheduled: 'Consultation moved',
  cancelled: 'Consultation cancelled',
}
