import { z } from 'zod'
import { defineLetter, firmSchema, lineSchema, meetingTimeSchema, visitorNameSchema } from './letter.ts'

/** What the three letters to a visitor about a booking are told. */
export const visitorBookingSchema = z.object({
  firm: firmSchema,
  name: visitorNameSchema,
  /** "B-7K3QXM". */
  reference: lineSchema,
  /** "Free consultation, 30 minutes". */
  meeting: lineSchema,
  /** Whom they meet: a person, or a function such as "Hiring consultant". */
  host: lineSchema,
  when: meetingTimeSchema,
  whenAtHost: meetingTimeSchema,
  /** A link, or a sentence. */
  howToMeet: lineSchema,
  manageUrl: lineSchema,
  /** "4 hours": until how long before the start it can be moved. */
  cutoff: lineSchema,
})

export const bookingConfirmed = defineLetter({
  schema: visitorBookingSchema,
  subject: ({ when }) => `Confirmed: ${when.date}, ${when.time} (${when.zone})`,
  Letter: () => <p />,
})
