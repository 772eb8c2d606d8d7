import { z } from 'zod'
import { emailAddress, personName } from '#app/ops/text.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { findWeakness } from './weak-password.ts'

/** What the first member of staff is asked. A password is taken as typed, spaces and all. */
export const firstAccountSchema = z
  .object({
    name: personName(),
    email: emailAddress(),
    password: z
      .string('Choose a password.')
      .min(12, 'Use 12 characters or more.')
      .max(128, 'Use 128 characters or fewer.'),
    timeZone: timeZoneSchema,
  })
  .superRefine(({ password, name, email }, refusal) => {
    const message = findWeakness(password, { name, email })
    if (message) refusal.addIssue({ code: 'custom', path: ['password'], message })
  })

export type FirstAccount = z.output<typeof firstAccountSchema>
