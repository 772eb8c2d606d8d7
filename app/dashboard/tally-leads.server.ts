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

/** A plan that expects many groups would sort the leads first, on disk; there are few, and they fit into memory. */
export const keepInMemory = sql`
  SELECT set_config('enable_sort', 'off', true), set_config('work_mem', '16MB', true)`

/**
 * Two passes side by side over the index that has all that charts count. What a chart counts comes from one of them, so
 * charts agree with each other whoever writes meanwhile; the other one only measures.
 */
export async function tallyLeads(viewer: Viewer, weeks: readonly Week[], now: Date): Promise<LeadTally> {
  const { counted, stayed } = tallyQueries(viewer, weeks, now)
  const [groups, stays] = await Promise.all([
    inMemory<Group>(counted),
    inMemory<LeadTally['stayed'][number]>(stayed),
  ])
  return { ...sortedOut(groups), stayed: stays }
}

async function inMemory<Row>(query: Sql): Promise<Row[]> {
  const [, rows] = await db.$transaction([db.$executeRaw(keepInMemory), db.$queryRaw<Row[]>(query)])
  return rows
}

type Group =
  | ({ of: 'source' } & LeadTally['bySource'][number])
  | ({ of: 'fate' } & Fate)
  | ({ of: 'answer' } & LeadTally['answered'][number])

/** A row has the columns of all charts; those of others are empty. */
function sortedOut(groups: readonly Group[]): Omit<LeadTally, 'stayed'> {
  const tally: Omit<LeadTally, 'stayed'> = { bySource: [], byFate: [], answered: [] }
  for (const group of groups) {
    const { count } = group
    if (group.of === 'source') tally.bySource.push({ week: group.week, source: group.source, count })
    if (group.of === 'answer') tally.answered.push({ minutes: group.minutes, count })
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
    coalesce(owner_id, '') AS owner, status, reached, lost_reason AS "lostReason", (${answerKind}) AS answer,
    response_minutes AS minutes`
  return {
    // The planner looks no further than OFFSET: through it, it would expect a week for every moment and sort the leads.
    counted: sql`${eachTime}
      SELECT week, source, owner, status, reached, "lostReason", answer, minutes, count(*)::int AS count,
        CASE 0 WHEN grouping(week) THEN 'source' WHEN grouping(minutes) THEN 'answer' ELSE 'fate' END AS of
      FROM (${came(columns)} OFFSET 0) AS came
      GROUP BY GROUPING SETS ((week, source), (owner, status, reached, "lostReason", answer), (minutes))
      HAVING grouping(minutes) = 1 OR minutes IS NOT NULL`,
    stayed: sql`${eachTime}
      SELECT stay % 5 AS stage, stay / 5 AS minutes, count
      FROM (SELECT stay, count(*)::int AS count
        FROM (SELECT unnest(stays) AS stay FROM (${came(sql`stays`, sql`status <> 'spam'`)}) AS came) AS stood
        GROUP BY stay) AS counted`,
  }
}
