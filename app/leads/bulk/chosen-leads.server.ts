import { db } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { fitting } from '../list/all-fitting.server.ts'
import { readLeadFilter } from '../list/filter.ts'
import { mayReassign, mayReopen } from '../scope.server.ts'
import { whyNotBulk, type BulkAct, type BulkRefusal, type Chosen, type Rights } from './bulk-act.ts'

const { sql, join } = Prisma

type Asking = { viewer: Viewer; chosen: Chosen; now: Date }

/** The leads that were chosen, as far as the viewer may see them: a condition on `lead`. */
export function chosenLeads({ viewer, chosen, now }: Asking): Prisma.Sql {
  if ('query' in chosen) {
    const { after: _, ...filter } = readLeadFilter(new URLSearchParams(chosen.query))
    return fitting({ viewer, filter, now })
  }
  const everywhere = (archived: string) => readLeadFilter(new URLSearchParams(`status=any${archived}`))
  const within = ['', '&archived=1'].map((each) => fitting({ viewer, filter: everywhere(each), now }))
  return sql`ref = ANY(${chosen.refs}::int[]) AND (${join(within, ' OR ')})`
}

/**
 * To the last one, unlike the counts of lists: whoever changes or takes away all that fit agrees to this number, the audit
 * log keeps it and the job is measured by it. It reads every lead once, half a second for a million, before a job that
 * takes hours for as many.
 */
export async function countChosen(asking: Asking): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: bigint }]>`
    SELECT count(*) FROM lead WHERE ${chosenLeads(asking)}`
  return Number(row.count)
}

export type Forecast = { total: number; changed: number; kept: { reason: BulkRefusal; count: number }[] }

type Group = { status: LeadStatus; ownerId: string; tags: string[]; isArchived: boolean; count: bigint }

/** What would happen now, by the rules that the job goes by: leads that are alike are counted, not read. */
export async function forecast(asking: Asking & { act: BulkAct }): Promise<Forecast> {
  const { act, viewer } = asking
  // Of tags only what the rules look at: whether there is that one, and whether there is room.
  const tags =
    act.act === 'tag' || act.act === 'untag'
      ? sql`CASE WHEN ${act.tag} = ANY (tags) THEN ARRAY[${act.tag}] ELSE array_fill(''::text, ARRAY[cardinality(tags)]) END`
      : sql`ARRAY[]::text[]`
  const groups = await db.$queryRaw<Group[]>`
    SELECT status, "ownerId", tags, "isArchived", count(*) FROM (
      SELECT status, coalesce(owner_id, '') AS "ownerId", archived_at IS NOT NULL AS "isArchived", ${tags} AS tags
      FROM lead WHERE ${chosenLeads(asking)}) AS chosen
    GROUP BY 1, 2, 3, 4`

  const kept = new Map<BulkRefusal, number>()
  let total = 0
  for (const group of groups) {
    const why = whyNotBulk(act, group, rightsOf(viewer))
    total += Number(group.count)
    if (why) kept.set(why, (kept.get(why) ?? 0) + Number(group.count))
  }
  const reasons = [...kept]
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count)
  return { total, changed: total - reasons.reduce((sum, { count }) => sum + count, 0), kept: reasons }
}

export function rightsOf(viewer: Viewer): Rights {
  return {
    mayReopen: mayReopen(viewer),
    mayReassign: (ownerId) => mayReassign(viewer, ownerId),
  }
}
