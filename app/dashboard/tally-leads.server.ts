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

/** All of one moment, each count one pass over the index that has all that charts count. */
export async function tallyLeads(viewer: Viewer, weeks: readonly Week[], now: Date): Promise<LeadTally> {
  const { bySource, byFate, answered, stayed } = tallyQueries(viewer, weeks, now)
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw(keepInMemory)
      return {
        bySource: await tx.$queryRaw<LeadTally['bySource']>(bySource),
        byFate: await tx.$queryRaw<LeadTally['byFate']>(byFate),
        answered: await tx.$queryRaw<LeadTally['answered']>(answered),
        stayed: await tx.$queryRaw<LeadTally['stayed']>(stayed),
      }
    },
    { isolationLevel: 'RepeatableRead' },
  )
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
  const week = sql`width_bucket(created_at, ${beginningsOf(weeks, viewer.timeZone)}::timestamptz[]) - 1`
  const fate = sql`owner_id, status, reached, lost_reason AS "lostReason", (${answerKind}) AS answer`
  return {
    bySource: sql`${eachTime}
      SELECT week, source, count(*)::int AS count FROM (${came(sql`${week} AS week, source`)}) AS came
      GROUP BY week, source`,
    byFate: sql`${eachTime}
      SELECT coalesce(owner_id, '') AS owner, status, reached, "lostReason", answer, count(*)::int AS count
      FROM (${came(fate)}) AS came GROUP BY owner_id, status, reached, "lostReason", answer`,
    answered: sql`${eachTime}
      SELECT response_minutes AS minutes, count(*)::int AS count
      FROM (${came(sql`response_minutes`, sql`response_minutes IS NOT NULL`)}) AS came GROUP BY response_minutes`,
    stayed: sql`${eachTime}
      SELECT stage - 1 AS stage, CASE WHEN minutes < 2880 THEN minutes / 60 * 60 ELSE minutes / 1440 * 1440 END AS minutes,
        count(*)::int AS count
      FROM (SELECT generate_series(1, 5) AS stage, unnest(stage_minutes) AS minutes
        FROM (${came(sql`stage_minutes`, sql`status <> 'spam'`)}) AS came) AS stays
      WHERE minutes > 0 GROUP BY 1, 2`,
  }
}
