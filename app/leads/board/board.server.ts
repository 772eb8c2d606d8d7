import type { LeadStatus } from '#app/prisma/enums.ts'
import { openStatuses } from '../lead-status.ts'
import { countByStatus } from '../list/count-leads.server.ts'
import { statusesOf } from '../list/filter.ts'
import { findLeadIds } from '../list/find-ids.server.ts'
import type { Asked } from '../list/lead-sql.server.ts'
import { readLeads, type ListedLead } from '../list/list-leads.server.ts'

export const cardsInAColumn = 25
export const mostCards = 200

export type BoardColumn = {
  status: LeadStatus
  count: number
  isMore: boolean
  leads: ListedLead[]
  hasMore: boolean
}

/** The columns of the board: the open statuses of the filter, none when it asks for closed leads alone. They are not on the board. */
function columnsOnBoard(filter: Asked['filter']): readonly LeadStatus[] {
  const wanted = statusesOf(filter)
  return openStatuses.filter((status) => !wanted || wanted.includes(status))
}

/** Each column with its newest cards; `more` says of which columns how many are asked for. */
export async function readBoard(asked: Asked, more: ReadonlyMap<LeadStatus, number>): Promise<BoardColumn[]> {
  const statuses = columnsOnBoard(asked.filter)
  const [counts, found] = await Promise.all([
    asked.filter.q === '' ? countByStatus(asked, statuses) : null,
    Promise.all(
      statuses.map(async (status) => {
        const cards = Math.min(more.get(status) ?? cardsInAColumn, mostCards)
        const filter = { ...asked.filter, status: [status], after: undefined }
        const { ids, total } = await findLeadIds({ ...asked, filter }, cards + 1)
        return { status, hasMore: ids.length > cards, ids: ids.slice(0, cards), total }
      }),
    ),
  ])
  const leads = await readLeads(
    found.flatMap(({ ids }) => ids),
    asked.now,
  )
  const byId = new Map(leads.map((lead) => [lead.id, lead]))
  return found.map(({ status, hasMore, ids, total }) => ({
    status,
    hasMore,
    count: counts?.get(status) ?? total?.count ?? 0,
    isMore: total?.isMore ?? false,
    leads: ids.flatMap(({ id }) => byId.get(id) ?? []),
  }))
}
