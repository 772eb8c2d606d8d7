import type { AuditedFields } from '#app/audit/audit-entry.ts'
import { auditChange } from '#app/audit/audit-change.server.ts'
import type { Transaction } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { calendarDate } from '#app/time/stored-dates.ts'

/** All that a type of consultation says, as the audit log tells it; `{}` when there is no such type. */
export async function typeFacts(tx: Transaction, id: string): Promise<AuditedFields> {
  const type = await tx.consultationType.findUnique({
    where: { id },
    include: {
      hosts: { orderBy: [{ rank: 'asc' }, { hostId: 'asc' }], include: { host: { select: { slug: true } } } },
      questions: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
    },
  })
  if (!type) return {}
  const { id: _id, version: _version, hosts, questions, windowFrom, windowUntil, ...columns } = type
  const day = (date: Date | null) => date && calendarDate(date)
  return {
    ...columns,
    ...{ windowFrom: day(windowFrom), windowUntil: day(windowUntil) },
    hosts: hosts.map(({ host, rank, weight }) => `${host.slug} (rank ${rank}, weight ${weight})`),
    questions: questions.map(
      ({ label, kind, required, options }) =>
        `${label} (${[kind, ...(required ? ['required'] : []), ...options].join(', ')})`,
    ),
  }
}

/** Runs an act on a type and writes down what it made of it, in the act's own transaction. */
export async function auditedType<Result>(
  tx: Transaction,
  viewer: Viewer,
  { id, slug }: { id: string; slug: string },
  act: () => Promise<Result>,
): Promise<Result> {
  const before = await typeFacts(tx, id)
  const result = await act()
  await auditChange(
    tx,
    { actorId: viewer.id, action: 'type.changed', entity: 'type', entityId: slug },
    { before, after: await typeFacts(tx, id) },
  )
  return result
}
