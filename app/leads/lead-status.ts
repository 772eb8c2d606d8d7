import type { LeadStatus, LostReason } from '#app/prisma/enums.ts'

/**
 * The life of a lead: NEW → CONTACTED → QUALIFIED → PROPOSED → INTERVIEWING → WON, LOST or SPAM. Open ones move freely in
 * both directions; closed ones are opened again by a manager.
 */
export const openStatuses = ['new', 'contacted', 'qualified', 'proposed', 'interviewing'] as const
const closedStatuses = ['won', 'lost', 'spam'] as const
export const leadStatuses = [...openStatuses, ...closedStatuses] as const

/** How far a lead can have come, one after the other; what it skipped counts as passed. */
export const furthestStatuses = [...openStatuses, 'won'] as const

export const lostReasons = [
  'budget',
  'hired_internally',
  'chose_competitor',
  'no_suitable_profile',
  'postponed',
  'no_response',
  'not_our_service',
  'duplicate',
  'other',
] as const

/** Does not compile when these lists and the database's enums drift apart. */
type Same<A, B> = [A, B] extends [B, A] ? true : never
const inStep: [
  Same<(typeof leadStatuses)[number], LeadStatus>,
  Same<(typeof lostReasons)[number], LostReason>,
] = [true, true]
void inStep

export const statusNames: Record<LeadStatus, string> = {
  new: 'New',
  contacted: 'Contacted',
  qualified: 'Qualified',
  proposed: 'Proposed',
  interviewing: 'Interviewing',
  won: 'Won',
  lost: 'Lost',
  spam: 'Spam',
}

export const lostReasonNames: Record<LostReason, string> = {
  budget: 'Budget or rate too high',
  hired_internally: 'Hired internally',
  chose_competitor: 'Chose another firm',
  no_suitable_profile: 'No suitable profile',
  postponed: 'Postponed',
  no_response: 'No response after three attempts',
  not_our_service: 'Not what we offer',
  duplicate: 'Duplicate of another lead',
  other: 'Other',
}

export type StatusChange = {
  from: LeadStatus
  to: LeadStatus
  lostReason?: LostReason | undefined
  /** `''` when nothing was written. */
  note: string
  mayReopen: boolean
}

export type StatusRefusal =
  | 'same-status'
  | 'may-not-reopen'
  | 'needs-event'
  | 'needs-lost-reason'
  | 'needs-lost-note'
  | 'needs-reopen-note'

export function isClosed(status: LeadStatus): boolean {
  return closedStatuses.some((closed) => closed === status)
}

/** The first rule that a change of status breaks, or null. */
export function whyNotChange({ from, to, lostReason, note, mayReopen }: StatusChange): StatusRefusal | null {
  if (from === to) return 'same-status'
  if (isClosed(from) && !mayReopen) return 'may-not-reopen'
  // Saying so reaches nobody: a logged call does, and sets the status itself.
  if (from === 'new' && to === 'contacted') return 'needs-event'
  if (to === 'lost' && !lostReason) return 'needs-lost-reason'
  if (to === 'lost' && lostReason === 'other' && note === '') return 'needs-lost-note'
  if (isClosed(from) && note === '') return 'needs-reopen-note'
  return null
}

/** Where a lead can go from here by choice. */
export function nextStatuses(from: LeadStatus): LeadStatus[] {
  return leadStatuses.filter((to) => to !== from && !(from === 'new' && to === 'contacted'))
}
