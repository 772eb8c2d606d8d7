import { z } from 'zod'
import { paragraph } from '#app/ops/text.ts'

/** What somebody may do with their own data once they have opened it. */
export const rightsActSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('correct'),
    words: paragraph(2000).refine((text) => text !== '', 'Write what is wrong, and how it should read.'),
  }),
  z.object({ intent: z.literal('withdraw') }),
  z.object({
    intent: z.literal('erase'),
    sure: z.literal('yes', 'Tick the box to have everything erased.'),
  }),
])
