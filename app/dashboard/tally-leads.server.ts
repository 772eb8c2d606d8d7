/**
 * The leads of some weeks, counted for all charts. They are read under the list's own scope and filter, so a chart counts
 * what the list behind it shows.
 */
import { db, plannedEachTime } from '#app/db.server.ts'
import type { AnswerKind } from '#app/leads/answer-kind.ts'
import type { LeadFilter } from '#app/leads/list/filter.ts'
import { all, answerKind, countedBranches, restOf, union } from '#app/leads/list/lead-sql.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { LeadSource, LeadStatus, LostReason } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { beginningsOf, wholeOf, type Week } from './period.ts'

const { sql, raw } = Prisma
type Sql = Prisma.Sql

export type LeadTally = {
  /** `week` is its place among the weeks, from 0. */
  bySource: { week: number; source: LeadSource; count: number }[]
  byFate: Fate[]
  /** Minutes of office hours until the first answer. */
  answered: { minutes: number; count: number }[]
  /** `stage` is its place among the open statuses, from 0; the minutes are rounded down to hours, then to days. */
  stayed: { stage: number; minutes: number; count: number }[]
}

/** Leads that are alike in all of these. `owner` is `''` for nobody. */
export type Fate = {
  owner: string
  status: LeadStatus
  reached: LeadStatus
  lostReason: LostReason | null
  answer: AnswerKind | null
  count: number
}

/** All leads that came in these weeks, in the order that an index has. */
export function cameIn(weeks: readonly Week[]): LeadFilter {
  return { q: '', status: 'any', archived: 'any', sort: 'created', created: wholeOf({ weeks }) }
}

/**
 * A plan that expects many groups would sort the leads first, on disk; there are few, and they fit into memory. Processes
 * for one pass would only take their turns from the passes beside it.
 */
export const keepInMemory = sql`
  SELECT set_config('enable_sort', 'off', true), set_config('work_mem', '16MB', true),
    set_config('max_parallel_workers_per_gather', '0', true)`

/**
 * Three passes side by side over the index that has all that charts count. What a chart counts comes from one of them, so
 * charts agree with each other whoever writes meanwhile; the others only measure.
 */
export async function tallyLeads(viewer: Viewer, weeks: readonly Week[], now: Date): Promise<LeadTally> {
  const { counted, answered, stayed } = tallyQueries(viewer, weeks, now)
  const [groups, answers, stays] = await Promise.all([
    inMemory<Group>(counted),
    inMemory<LeadTally['answered'][number]>(answered),
    inMemory<LeadTally['stayed'][number]>(stayed),
  ])
  return { ...sortedOut(groups), answered: answers, stayed: stays }
}

async function inMemory<Row>(query: Sql): Promise<Row[]> {
  const [, rows] = await db.$transaction([db.$executeRaw(keepInMemory), db.$queryRaw<Row[]>(query)])
  return rows
}

type Group = ({ of: 'source' } & LeadTally['bySource'][number]) | ({ of: 'fate' } & Fate)

/** A row has the columns of both; those of the other are empty. */
function sortedOut(groups: readonly Group[]): Pick<LeadTally, 'bySource' | 'byFate'> {
  const tally: Pick<LeadTally, 'bySource' | 'byFate'> = { bySource: [], byFate: [] }
  for (const group of groups) {
    const { count } = group
    if (group.of === 'source') tally.bySource.push({ week: group.week, source: group.source, count })
    if (group.of === 'fate') {
      const { owner, status, reached, lostReason, answer } = group
      tally.byFate.push({ owner, status, reached, lostReason, answer, count })
    }
  }
  return tally
}

/** Weeks of a year are read otherwise than four. */
const eachTime = raw(plannedEachTime)

export function tallyQueries(viewer: Viewer, weeks: readonly Week[], now: Date) {
  const asked = { viewer, now, filter: cameIn(weeks) }
  const came = (columns: Sql, narrowing: Sql | null = null) =>
    union(
      countedBranches(asked).map(
        ({ from, where }) =>
          sql`SELECT ${columns} FROM ${from} WHERE ${all([where, restOf(asked), narrowing])}`,
      ),
    )
  const columns = sql`
    width_bucket(created_at, ${beginningsOf(weeks, viewer.timeZone)}::timestamptz[]) - 1 AS week, source,
    coalesce(owner_id, '') AS owner, status, reached, lost_reason AS "lostReason", (${answerKind}) AS answer`
  return {
    // The planner looks no further than OFFSET: through it, it would expect a week for every moment and sort the leads.
    counted: sql`${eachTime}
      SELECT week, source, owner, status, reached, "lostReason", answer, count(*)::int AS count,
        CASE grouping(week) WHEN 0 THEN 'source' ELSE 'fate' END AS of
      FROM (${came(columns)} OFFSET 0) AS came
      GROUP BY GROUPING SETS ((week, source), (owner, status, reached, "lostReason", answer))`,
    answered: sql`${eachTime}
      SELECT minutes, count(*)::int AS count
      FROM (${came(sql`response_minutes AS minutes`, sql`response_minutes IS NOT NULL`)}) AS came
      GROUP BY minutes`,
    stayed: sql`${eachTime}
      SELECT stay % 5 AS stage, stay / 5 AS minutes, count
      FROM (SELECT stay, count(*)::int AS count
        FROM (SELECT unnest(stays) AS stay FROM (${came(sql`stays`, sql`status <> 'spam'`)}) AS came) AS stood
        GROUP BY stay) AS counted`,
  }
}
