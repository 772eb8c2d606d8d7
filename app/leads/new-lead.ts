import { z } from 'zod'
import { emailAddress, line, paragraph, personName, phoneNumber, requiredLine } from '#app/ops/text.ts'

/** What staff type when someone asked in another way: by telephone, at a fair, through a friend. */
export const newLeadSchema = z.object({
  /** Made with the form: the same form sent twice adds one lead. */
  key: z.uuid(),
  name: personName(),
  email: emailAddress(),
  company: line(120),
  phone: phoneNumber(),
  title: requiredLine(200, 'Say in one line what is needed, such as 2 × Backend developer.'),
  note: paragraph(4000),
})

export type NewLead = z.output<typeof newLeadSchema>
