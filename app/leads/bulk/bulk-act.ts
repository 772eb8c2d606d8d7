/**
 * What can be done to many leads at once, and why one of them stays as it is: by the same rules as a single change. Pure,
 * so that the page which says beforehand what will happen and the job that does it cannot differ.
 */
import { z } from 'zod'
import { isClosed, leadStatuses, lostReasons, whyNotChange, type StatusRefusal } from '../lead-status.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import { mostTags } from '../tags.ts'

export const bulkActSchema = z.discriminatedUnion('act', [
  /** `''` is nobody. */
  z.object({ act: z.literal('owner'), owner: z.string() }),
  z.object({
    act: z.literal('status'),
    to: z.enum(leadStatuses),
    lostReason: z.enum(lostReasons).optional(),
    note: z.string(),
  }),
  z.object({ act: z.literal('tag'), tag: z.string() }),
  z.object({ act: z.literal('untag'), tag: z.string() }),
  z.object({ act: z.literal('archive') }),
  z.object({ act: z.literal('unarchive') }),
])
export type BulkAct = z.infer<typeof bulkActSchema>

/** Which leads: those that were ticked, or all that a filter finds, as the address of the list says it. */
export const chosenSchema = z.union([
  z.object({ refs: z.array(z.int().positive()) }),
  z.object({ query: z.string() }),
])
export type Chosen = z.infer<typeof chosenSchema>

export const bulkAskSchema = z.object({ chosen: chosenSchema, act: bulkActSchema })
export type BulkAsk = z.infer<typeof bulkAskSchema>

export type BulkRefusal =
  | StatusRefusal
  | 'may-not-reassign'
  | 'same-owner'
  | 'has-tag'
  | 'has-no-tag'
  | 'too-many-tags'
  | 'not-closed'
  | 'archived'
  | 'not-archived'
  | 'gone'

/** Why undoing left a lead as it is. */
export type UndoRefusal = 'changed-since' | 'owner-left' | 'gone'

export type LeadFacts = {
  status: LeadStatus
  /** `''` when nobody has it. */
  ownerId: string
  tags: readonly string[]
  isArchived: boolean
}

/** What whoever asks may do beyond seeing a lead. */
export type Rights = { mayReopen: boolean; mayReassign: (ownerId: string) => boolean }

/** The first rule that keeps a lead as it is, or null. */
export function whyNotBulk(act: BulkAct, lead: LeadFacts, rights: Rights): BulkRefusal | null {
  switch (act.act) {
    case 'owner':
      if (lead.ownerId === act.owner) return 'same-owner'
      return rights.mayReassign(lead.ownerId) ? null : 'may-not-reassign'
    case 'status':
      return whyNotChange({ ...act, from: lead.status, mayReopen: rights.mayReopen })
    case 'tag':
      if (lead.tags.includes(act.tag)) return 'has-tag'
      return lead.tags.length < mostTags ? null : 'too-many-tags'
    case 'untag':
      return lead.tags.includes(act.tag) ? null : 'has-no-tag'
    case 'archive':
      if (lead.isArchived) return 'archived'
      return isClosed(lead.status) ? null : 'not-closed'
    case 'unarchive':
      return lead.isArchived ? null : 'not-archived'
    default:
      return act satisfies never
  }
}
