import { z } from 'zod'
import { answersSchema, defineLetter, firmSchema, lineSchema } from './letter.ts'

export const requirementNotice = defineLetter({
  schema: z.object({
    firm: firmSchema,
    reference: lineSchema,
    visitor: lineSchema,
    received: lineSchema,
    replyWithin: lineSchema,
    contact: answersSchema,
    answers: answersSchema,
    leadUrl: lineSchema,
  }),
  subject: ({ reference, visitor }) => `New request ${reference}: ${visitor}`,
  Letter: () => <p />,
})
