import { z } from 'zod'
import { line, paragraph } from '#app/ops/text.ts'
import { leadStatuses, lostReasons } from '../lead-status.ts'
import { queryOf } from '../list/addresses.ts'
import { readLeadFilter } from '../list/filter.ts'
import { tagName } from '../tags.ts'
import type { BulkAct, Chosen } from './bulk-act.ts'

export const bulkActs = ['owner', 'status', 'tag', 'untag', 'archive', 'unarchive'] as const
export type BulkActName = (typeof bulkActs)[number]

export const bulkActNames: Record<BulkActName, string> = {
  owner: 'Give them to somebody',
  status: 'Move them to a status',
  tag: 'Add a tag',
  untag: 'Take a tag away',
  archive: 'Put them into the archive',
  unarchive: 'Take them out of the archive',
}

/** As many as a page of the list shows can be ticked; an address that names more is cut. */
export const mostTicked = 200

/** What the form sends, read as the one change that it asks for. Fields of other changes are left alone. */
export const bulkFormSchema = z
  .object({
    /** Made with the page: the same form sent twice is one job. */
    key: z.uuid(),
    intent: z.enum(['check', 'edit', 'do']),
    act: z.enum(bulkActs, 'Choose what is to be done.'),
    owner: z
      .string()
      .regex(/^[A-Za-z0-9-]{0,40}$/, 'Choose somebody from the list.')
      .default(''),
    to: z.enum(leadStatuses, 'Choose a status.').optional(),
    lostReason: z.enum(lostReasons, 'Choose a reason from the list.').optional(),
    note: paragraph(1000),
    tag: line(60),
  })
  .transform(({ key, intent, ...typed }, problems) => {
    const refuse = (field: string, message: string) => {
      problems.addIssue({ code: 'custom', path: [field], message })
      return z.NEVER
    }
    const { act, to, lostReason, note } = typed
    if (act === 'owner') return { key, intent, act: { act, owner: typed.owner } satisfies BulkAct }
    if (act === 'archive' || act === 'unarchive') return { key, intent, act: { act } satisfies BulkAct }
    if (act === 'status') {
      if (!to) return refuse('to', 'Choose a status.')
      if (to === 'lost' && !lostReason) return refuse('lostReason', 'Choose why they were lost.')
      if (to === 'lost' && lostReason === 'other' && note === '')
        return refuse('note', 'Say in a line what the other reason is.')
      const reason = to === 'lost' && lostReason ? { lostReason } : {}
      return { key, intent, act: { act, to, note, ...reason } satisfies BulkAct }
    }
    const tag = tagName.safeParse(typed.tag)
    if (!tag.success) return refuse('tag', tag.error.issues[0]?.message ?? 'Write the tag.')
    return { key, intent, act: { act, tag: tag.data } satisfies BulkAct }
  })

/** Which leads an address names: those that were ticked, or all that its filter finds. */
export function chosenIn(query: URLSearchParams): Chosen {
  if (!query.has('only')) return { query: queryOf({ ...readLeadFilter(query), after: undefined }) }
  const refs = query.getAll('ref').map(Number)
  return { refs: [...new Set(refs.filter(isRef))].slice(0, mostTicked) }
}

function isRef(ref: number): boolean {
  return Number.isInteger(ref) && ref > 0 && ref < 2 ** 31
}
