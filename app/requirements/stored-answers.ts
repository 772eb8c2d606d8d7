import { z } from 'zod'

/** The answers about the work as a submission keeps them: codes that a later version may no longer offer. */
export const storedAnswersSchema = z.object({
  roles: z.array(z.object({ role: z.string(), count: z.string(), seniority: z.string() })),
  skills: z.array(z.string()),
  start: z.string(),
  duration: z.string(),
  engagement: z.string(),
  overlap: z.string(),
  message: z.string(),
})

export type StoredAnswers = z.infer<typeof storedAnswersSchema>
