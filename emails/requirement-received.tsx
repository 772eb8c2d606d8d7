import { z } from 'zod'
import { defineLetter, firmSchema, lineSchema, visitorNameSchema } from './letter.ts'

export const requirementReceived = defineLetter({
  schema: z.object({
    firm: firmSchema,
    name: visitorNameSchema,
    /** "L-1042". */
    reference: lineSchema,
    /** "one working day". */
    replyWithin: lineSchema,
    requestUrl: lineSchema,
    bookUrl: lineSchema,
  }),
  subject: ({ firm, reference }) => `We have your request (${reference}): what ${firm.name} does next`,
  Letter: () => <p />,
})
