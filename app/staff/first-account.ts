import { z } from 'zod'
import { emailAddress, personName } from '#app/ops/text.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { newPassword } from './passwords/new-password.ts'
import { findWeakness } from './weak-password.ts'

/** What the first member of staff is asked. */
export const firstAccountSchema = z
  .object({
    name: personName(),
    email: emailAddress(),
    password: newPassword(),
    timeZone: timeZoneSchema,
  })
  .superRefine(({ password, name, email }, refusal) => {
    const message = findWeakness(password, { name, email })
    if (message) refusal.addIssue({ code: 'custom', path: ['password'], message })
  })

export type FirstAccount = z.output<typeof firstAccountSchema>
