import { z } from 'zod'
import { line, paragraph, phoneNumber, requiredLine } from '#app/ops/text.ts'

/** What staff type when someone asked in another way: by telephone, at a fair, through a friend. */
export const newLeadSchema = z.object({
  /** Made with the form: the same form sent twice adds one lead. */
  key: z.uuid(),
  title: requiredLine(200, 'Say in one line what is needed, such as 2 × Backend developer.'),
  name: requiredLine(80, 'Enter their name.'),
  email: requiredLine(254, 'Enter their e-mail address.')
    .transform((text) => text.toLowerCase())
    .refine(
      (text) => text === '' || z.email().safeParse(text).success,
      'Enter an e-mail address like name@example.com.',
    ),
  company: line(120),
  phone: phoneNumber(),
  note: paragraph(4000),
  /** Said by whoever saw that there may be such a lead already. */
  sure: z.literal('yes').optional(),
})

export type NewLead = z.output<typeof newLeadSchema>
