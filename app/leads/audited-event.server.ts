import type { AuditedFields } from '#app/audit/audit-entry.ts'
import { fingerprint } from '#app/audit/audit.server.ts'
import type { LeadEventEntry } from './lead-event.ts'

/** Names and closed lists, which identify nobody: everything else of an event is kept as a fingerprint. */
const plain = new Set([
  ...['submission', 'submissionId', 'bookingId', 'reference', 'startsAt', 'by', 'as', 'because'],
  ...['lostReason', 'noteId', 'field', 'accepted', 'guests', 'archived', 'lead', 'fields', 'what'],
])

/** What the audit log says of a change to a lead. */
export function auditedEvent(event: LeadEventEntry): { before?: AuditedFields; after: AuditedFields } {
  const { kind, ...detail } = event
  if (event.kind === 'status') {
    const { from, to, because, lostReason } = event
    return { before: { status: from }, after: { status: to, because, ...(lostReason && { lostReason }) } }
  }
  const fields = Object.entries(detail).map(([name, value]) => [
    name,
    plain.has(name) ? value : hidden(value),
  ])
  return { after: { event: kind, ...(Object.fromEntries(fields) as AuditedFields) } }
}

function hidden(value: unknown): string {
  return fingerprint(typeof value === 'string' ? value : JSON.stringify(value))
}
