import { db } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import { countedUpTo, sayCounted } from './counted.ts'
import { all, branchesOf, limit, ordered, orderOf, restOf, union, type Asked } from './lead-sql.server.ts'
import { plannedFor } from './page-sql.server.ts'

const { sql } = Prisma

/** How many leads fit the filter, but for its words; ends at `countedUpTo` + 1. */
export async function countLeads(asked: Asked): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: bigint }]>(countQuery(asked))
  return Number(row.count)
}

/** In the list's own order, so that the same indexes lead to them. */
export function countQuery(asked: Asked): Prisma.Sql {
  const order = orderOf(asked)
  const branches = branchesOf(asked).map(
    ({ from, where }) => sql`
      SELECT id FROM ${from} WHERE ${all([where, restOf(asked)])}
      ${ordered(order, order.by)} ${limit(countedUpTo + 1)}`,
  )
  return sql`${plannedFor(asked)}
    SELECT count(*) FROM (SELECT FROM (${union(branches)}) AS branch ${limit(countedUpTo + 1)}) AS counted`
}

/** How many of each status fit the rest of the filter, all in one statement; each ends at `countedUpTo` + 1. */
export async function countByStatus(
  { viewer, filter, now }: Asked,
  statuses: readonly LeadStatus[],
): Promise<Map<LeadStatus, number>> {
  const counts = statuses.map(
    (status) =>
      sql`SELECT ${status} AS status, (${countQuery({ viewer, now, filter: { ...filter, status: [status] } })}) AS count`,
  )
  const rows = await db.$queryRaw<{ status: LeadStatus; count: bigint }[]>(union(counts))
  return new Map(rows.map(({ status, count }) => [status, Number(count)]))
}

/** `'1,000+ leads'`, `'1 lead'`. */
export function sayCount({ count, isMore }: { count: number; isMore: boolean }): string {
  const number = sayCounted(count, isMore)
  return number === '1' ? '1 lead' : `${number} leads`
}
