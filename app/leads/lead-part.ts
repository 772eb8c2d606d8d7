/** The parts of a lead that there may be hundreds of: its page shows the newest of each, and the ones before page by page. */
import { cursorSchema, type Cursor } from './keyset.ts'

export const leadParts = ['requirements', 'files', 'bookings', 'submissions'] as const
export type LeadPart = (typeof leadParts)[number]

export const leadPartNames: Record<LeadPart, string> = {
  requirements: 'requirements',
  files: 'files',
  bookings: 'consultations',
  submissions: 'forms',
}

/** Which part begins after which of its rows; all others begin with their newest. */
export type Turned = { part: LeadPart; after: Cursor } | null

/** `?part=bookings&after=…`; what is unknown is ignored. */
export function readTurned(query: URLSearchParams): Turned {
  const part = leadParts.find((each) => each === query.get('part'))
  const after = cursorSchema.safeParse(query.get('after'))
  return part && after.success ? { part, after: after.data } : null
}

/** `older`: where those before these begin; `isOlder`: whether these are not the newest. */
export type PagesOfPart = { count: number; shown: number; older: string | null; isOlder: boolean }
