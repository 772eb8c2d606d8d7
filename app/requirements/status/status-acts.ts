import { z } from 'zod'
import { line, paragraph } from '#app/ops/text.ts'
import { changeSchema, stepFields, type Known } from '../requirement.ts'
import { fieldsOfRows } from '../role-rows.ts'

/** One form instance: sent twice, it does its work once. */
const key = z.uuid('Reload the page and send it again.')

/** What somebody may do with a request of theirs. */
export function statusActSchema(known: Known) {
  return z.discriminatedUnion('intent', [
    z.object({ intent: z.literal('share') }),
    z.object({ intent: z.literal('revoke') }),
    z.object({
      intent: z.literal('note'),
      note: paragraph(4000).refine((text) => text !== '', 'Write what you would like to add.'),
      key,
    }),
    z.object({ intent: z.literal('attach'), key }),
    changeSchema(known).extend({ intent: z.literal('edit'), key }),
    z.object({ intent: z.literal('withdraw'), reason: line(300) }),
    z.object({ intent: z.literal('delete') }),
  ])
}
export type StatusAct = z.output<ReturnType<typeof statusActSchema>>

/** The fields that a message can lead to, in the order of the page. */
export function statusFields(rows: number): string[] {
  return ['change', ...fieldsOfRows(rows), ...stepFields.work, ...stepFields.terms, 'note', 'file', 'reason']
}
