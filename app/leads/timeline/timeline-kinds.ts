import type { LeadEventEntry } from '../lead-event.ts'

export const timelineKinds = [
  'all',
  'talk',
  'letters',
  'consultations',
  'tasks',
  'changes',
  'inbound',
] as const
export type TimelineKind = (typeof timelineKinds)[number]

export const timelineKindNames: Record<TimelineKind, string> = {
  all: 'All',
  talk: 'Notes and calls',
  letters: 'Letters',
  consultations: 'Consultations',
  tasks: 'Tasks',
  changes: 'Changes',
  inbound: 'What came in',
}

type EventKind = LeadEventEntry['kind']

/** Every kind of event belongs to one tab: a new one does not compile until it does. */
const tabOf: Record<EventKind, TimelineKind> = {
  submitted: 'inbound',
  suggested: 'inbound',
  released: 'inbound',
  'visitor-noted': 'inbound',
  'visitor-attached': 'inbound',
  withdrawn: 'inbound',
  erased: 'inbound',
  booked: 'consultations',
  rescheduled: 'consultations',
  cancelled: 'consultations',
  reassigned: 'consultations',
  reopened: 'consultations',
  marked: 'consultations',
  'guests-changed': 'consultations',
  'address-corrected': 'changes',
  task: 'tasks',
  status: 'changes',
  owner: 'changes',
  edited: 'changes',
  tagged: 'changes',
  archived: 'changes',
  decided: 'changes',
  merged: 'changes',
  split: 'changes',
  'split-from': 'changes',
  deleted: 'changes',
  restored: 'changes',
  called: 'talk',
  noted: 'talk',
}

export function readTimelineKind(text: string | null): TimelineKind {
  return timelineKinds.find((kind) => kind === text) ?? 'all'
}

/** The kinds of event in that tab; null for all of them. */
export function eventKindsOf(tab: TimelineKind): string[] | null {
  if (tab === 'all') return null
  return Object.entries(tabOf).flatMap(([kind, of]) => (of === tab ? [kind] : []))
}

export function showsLetters(tab: TimelineKind): boolean {
  return tab === 'all' || tab === 'letters'
}
