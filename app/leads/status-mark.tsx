import type { LeadStatus } from '#app/prisma/enums.ts'
import { Status, type StatusTone } from '#app/ui/status.tsx'
import { statusNames } from './lead-status.ts'

/** A lead's status as a dot and a word. */
export function StatusMark({ status }: { status: LeadStatus }) {
  return <Status tone={tones[status]}>{statusNames[status]}</Status>
}

const tones: Record<LeadStatus, StatusTone> = {
  new: 'signal',
  contacted: 'blue',
  qualified: 'violet',
  proposed: 'amber',
  interviewing: 'blue',
  won: 'closed',
  lost: 'closed',
  spam: 'closed',
}
