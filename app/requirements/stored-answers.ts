import { z } from 'zod'

const text = z.string().default('')
const list = z.array(z.string()).default([])

/** The answers about the work as they are kept: codes that a later version may no longer offer, and what was not asked is empty. */
export const storedAnswersSchema = z.object({
  roles: z.array(z.object({ role: z.string(), otherRole: text, count: z.string(), seniority: z.string() })),
  skills: list,
  niceSkills: list,
  stage: text,
  readiness: text,
  message: text,
  engagement: text,
  start: text,
  duration: text,
  timeZone: z.string().nullish(),
  overlap: text,
  budget: text,
  security: list,
  contactBy: text,
  companySize: text,
  country: text,
  heardFrom: text,
})

export type StoredAnswers = z.infer<typeof storedAnswersSchema>

/** The whole request as a submission keeps it, with whoever sent it. */
export const storedRequestSchema = storedAnswersSchema.extend({
  timeZone: text,
  name: text,
  email: z.string(),
  company: text,
  phone: text,
  marketing: z.boolean().default(false),
  notice: text,
  idempotencyKey: text,
  /** The submission whose answers its visitor changed to these. */
  edits: z.string().optional(),
})

/** Which submission a kept request changes; null for one that stands for itself, and for what was erased. */
export function editedIn(payload: unknown): string | null {
  return storedRequestSchema.pick({ edits: true }).safeParse(payload).data?.edits ?? null
}
