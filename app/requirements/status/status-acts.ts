import { z } from 'zod'
import { line, paragraph } from '#app/ops/text.ts'
import * as choices from '../requirement-choices.ts'

/** One form instance: sent twice, it does its work once. */
const key = z.uuid('Reload the page and send it again.')

/** What somebody may do with a request of theirs. */
export const statusActSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('share') }),
  z.object({ intent: z.literal('revoke') }),
  z.object({
    intent: z.literal('note'),
    note: paragraph(4000).refine((text) => text !== '', 'Write what you would like to add.'),
    key,
  }),
  z.object({ intent: z.literal('attach'), key }),
  z.object({
    intent: z.literal('edit'),
    start: z.enum(['', ...choices.starts], 'Choose from the list.').default(''),
    duration: z.enum(['', ...choices.durations], 'Choose from the list.').default(''),
    engagement: z.enum(['', ...choices.engagements], 'Choose from the list.').default(''),
    overlap: z.enum(['', ...choices.overlaps], 'Choose from the list.').default(''),
    message: paragraph(4000),
    key,
  }),
  z.object({ intent: z.literal('withdraw'), reason: line(300) }),
  z.object({ intent: z.literal('delete') }),
])
export type StatusAct = z.output<typeof statusActSchema>

/** The fields that a message can lead to, in the order of the page. */
export const statusFields = [
  ...['note', 'file'],
  ...['start', 'duration', 'engagement', 'overlap', 'message', 'reason'],
] as const
