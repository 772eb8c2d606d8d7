import { db } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { fitting, fittingRows } from '../list/all-fitting.server.ts'
import { readLeadFilter } from '../list/filter.ts'
import type { Asked } from '../list/lead-sql.server.ts'
import { mayReassign, mayReopen } from '../scope.server.ts'
import { whyNotBulk, type BulkAct, type BulkRefusal, type Chosen, type Rights } from './bulk-act.ts'

const { sql, join } = Prisma

type Asking = { viewer: Viewer; chosen: Chosen; now: Date }

/** The leads that were chosen, as far as the viewer may see them: a condition on `lead`. */
export function chosenLeads(asking: Asking): Prisma.Sql {
  const { viewer, chosen, now } = asking
  if ('query' in chosen) return fitting(listOf(asking, chosen.query))
  const within = ['', '&archived=1'].map((each) => fitting(listOf({ viewer, now }, `status=any${each}`)))
  return sql`ref = ANY(${chosen.refs}::int[]) AND (${join(within, ' OR ')})`
}

function listOf({ viewer, now }: Pick<Asking, 'viewer' | 'now'>, query: string): Asked {
  const { after: _, ...filter } = readLeadFilter(new URLSearchParams(query))
  return { viewer, filter, now }
}

function chosenRows(asking: Asking, columns: Prisma.Sql): Prisma.Sql {
  const { chosen } = asking
  return 'query' in chosen
    ? fittingRows(listOf(asking, chosen.query), columns)
    : sql`SELECT ${columns} FROM lead WHERE ${chosenLeads(asking)}`
}

/**
 * To the last one, unlike the counts of lists: whoever changes or takes away all that fit agrees to this number, the audit
 * log keeps it and the job is measured by it. All of a million leads take a second, before a job that takes hours for as
 * many.
 */
export async function countChosen(asking: Asking): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: bigint }]>`
    SELECT count(*) FROM (${chosenRows(asking, sql`id`)}) AS chosen`
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
  const looked = sql`
    status, coalesce(owner_id, '') AS "ownerId", archived_at IS NOT NULL AS "isArchived", ${tags} AS tags`
  const groups = await db.$queryRaw<Group[]>`
    SELECT status, "ownerId", tags, "isArchived", count(*) FROM (${chosenRows(asking, looked)}) AS chosen
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
