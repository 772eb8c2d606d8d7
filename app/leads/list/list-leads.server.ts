import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import { writeCursor } from '../keyset.ts'
import { countLeads } from './count-leads.server.ts'
import { findAndCount, findLeadIds } from './find-ids.server.ts'
import type { Asked } from './lead-sql.server.ts'

export const rowsOnAPage = 50

/** What a line of the list or a card of the board shows, and nothing else. */
const rowShape = {
  id: true,
  ref: true,
  title: true,
  tags: true,
  status: true,
  source: true,
  version: true,
  createdAt: true,
  lastActivityAt: true,
  stageEnteredAt: true,
  responseDueAt: true,
  firstResponseAt: true,
  nextAction: true,
  nextActionAt: true,
  person: { select: { name: true } },
  company: { select: { name: true } },
  owner: { select: { id: true, name: true } },
} satisfies Prisma.LeadSelect

export type ListedLead = Prisma.LeadGetPayload<{ select: typeof rowShape }> & {
  bookings: { startsAt: Date }[]
}

/**
 * One page of the leads that fit the filter and that the viewer may see. `count` ends at `countedUpTo` + 1; of a search it is
 * how many were found on the way to the page, and on later pages null.
 */
export async function listLeads(asked: Asked) {
  const { ids, count, isMore } = await findPage(asked, rowsOnAPage + 1)
  const shown = ids.slice(0, rowsOnAPage)
  const leads = await readLeads(shown, asked.now)
  const last = shown.at(-1)
  return { leads, count, isMore, next: ids.length > rowsOnAPage && last ? writeCursor(last) : null }
}

async function findPage(asked: Asked, rows: number) {
  const { q, after } = asked.filter
  if (q === '' && !after) return { ...(await findAndCount(asked, rows)), isMore: false }
  const [{ ids, total }, whole] = await Promise.all([
    findLeadIds(asked, rows),
    q === '' ? countLeads(asked) : null,
  ])
  return { ids, ...(total ?? { count: whole, isMore: false }) }
}

/** The leads of these ids, in their order. */
export async function readLeads(ids: readonly { id: string }[], now: Date): Promise<ListedLead[]> {
  if (ids.length === 0) return []
  const leads = await db.lead.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: {
      ...rowShape,
      bookings: {
        where: { status: 'confirmed', endsAt: { gt: now } },
        orderBy: { startsAt: 'asc' },
        take: 1,
        select: { startsAt: true },
      },
    },
  })
  const byId = new Map(leads.map((lead) => [lead.id, lead]))
  return ids.flatMap(({ id }) => byId.get(id) ?? [])
}
