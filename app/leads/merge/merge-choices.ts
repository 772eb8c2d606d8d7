/** What is chosen when two leads are made one: how much of the two, and which of both wins where they differ. */
import { z } from 'zod'

/** One opportunity or two, one person or two. */
export const mergeKinds = ['both', 'people', 'leads'] as const
export type MergeKind = (typeof mergeKinds)[number]

export const leadFields = ['title', 'status', 'owner', 'leadCompany'] as const
export const personFields = ['name', 'email', 'phone', 'timeZone', 'personCompany'] as const
export const mergeFields = [...leadFields, ...personFields] as const
export type MergeField = (typeof mergeFields)[number]
export type Side = 'kept' | 'other'

export const mergeFieldNames: Record<MergeField, string> = {
  title: 'What they need',
  status: 'Status',
  owner: 'Owner',
  leadCompany: 'Company',
  name: 'Name',
  email: 'Address that letters go to',
  phone: 'Telephone',
  timeZone: 'Time zone',
  personCompany: 'Works at',
}

/** The columns behind each field; those of one field go together. */
export const columnsOf: Record<Exclude<MergeField, 'email'>, readonly string[]> = {
  title: ['title'],
  status: ['status', 'closed_at', 'lost_reason', 'lost_note', 'stage_entered_at', 'archived_at'],
  owner: ['owner_id'],
  leadCompany: ['company_id'],
  name: ['name'],
  phone: ['phone'],
  timeZone: ['time_zone'],
  personCompany: ['company_id'],
}

/** Whether leads, people or both are made one by that kind. */
export function mergesLeads(kind: MergeKind): boolean {
  return kind !== 'people'
}

export function mergesPeople(kind: MergeKind): boolean {
  return kind !== 'leads'
}

/** The fields of which one wins. */
export function fieldsOf(kind: MergeKind): MergeField[] {
  return [...(mergesLeads(kind) ? leadFields : []), ...(mergesPeople(kind) ? personFields : [])]
}

/** Which one's wins, where they differ; what was not chosen stays the kept one's. */
const choice = z.enum(['kept', 'other']).optional()
type Choices = Record<MergeField, typeof choice>
const choices = Object.fromEntries(mergeFields.map((field) => [field, choice])) as Choices

export const mergeRequestSchema = z.object({
  /** The number of the lead that goes into this one. */
  with: z.coerce.number().int().positive().max(999_999_999),
  kind: z.enum(mergeKinds, 'Choose what is the same.'),
  /** Of what was shown: two people may work on the pair at once. */
  seen: z.string(),
  ...choices,
})
export type MergeRequest = z.output<typeof mergeRequestSchema>
