/** "Write to us": the one definition of the form. Its field names are those of the stored submission. */
import { z } from 'zod'
import { emailAddress, paragraph, personName } from '#app/ops/text.ts'

/** `noticeVersion`: the privacy notice in force. */
export function messageSchema({ noticeVersion }: { noticeVersion: string }) {
  return z.object({
    message: paragraph(4000).refine((text) => text !== '', 'Write what you would like to know or tell us.'),
    name: personName(),
    email: emailAddress(),
    notice: z
      .string()
      .optional()
      .transform((version) => version ?? '')
      .refine(
        (version) => version === noticeVersion,
        'The privacy notice has changed since this page was opened. Read it and send the form again.',
      ),
    idempotencyKey: z.uuid('Reload the page and send the form again.'),
  })
}
export type Message = z.output<ReturnType<typeof messageSchema>>

/** A message as a submission keeps it. */
export const storedMessageSchema = z.object({
  ...{ message: z.string(), name: z.string(), email: z.string() },
  ...{ notice: z.string(), idempotencyKey: z.string() },
})

export const messageFields = ['message', 'name', 'email'] as const

export const messageLabels: Record<(typeof messageFields)[number], string> = {
  message: 'Your message',
  name: 'Your name',
  email: 'Work e-mail',
}
