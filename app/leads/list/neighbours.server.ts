import { db } from '#app/db.server.ts'
import { sortOf } from './filter.ts'
import { findLeadIds } from './find-ids.server.ts'
import type { Asked } from './lead-sql.server.ts'

export type Neighbours = { previous: number | null; next: number | null }

const columns = {
  activity: 'lastActivityAt',
  created: 'createdAt',
  next: 'nextActionAt',
  response: 'responseDueAt',
} as const

/** The leads that stand before and after this one in the list that led to it. */
export async function findNeighbours(asked: Asked, leadId: string): Promise<Neighbours> {
  const column = columns[sortOf(asked.filter)]
  const lead = await db.lead.findUniqueOrThrow({
    where: { id: leadId },
    select: { lastActivityAt: true, createdAt: true, nextActionAt: true, responseDueAt: true },
  })
  const at = lead[column]
  // In this order it stands nowhere: it was answered, or has no next action any more.
  if (!at) return { previous: null, next: null }
  const from = { ...asked, filter: { ...asked.filter, after: { at, id: leadId } } }
  const [next, previous] = await Promise.all([
    findLeadIds(from, 1),
    findLeadIds({ ...from, backwards: true }, 1),
  ])
  const ids = [previous.ids[0]?.id, next.ids[0]?.id]
  const refs = await db.lead.findMany({
    where: { id: { in: ids.filter((id) => id !== undefined) } },
    select: { id: true, ref: true },
  })
  const refOf = (id: string | undefined) => refs.find((each) => each.id === id)?.ref ?? null
  return { previous: refOf(ids[0]), next: refOf(ids[1]) }
}
