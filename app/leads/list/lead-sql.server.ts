/**
 * The filter of the list as SQL. A list is read as branches that an index keeps in the list's own order, each cut at the
 * end of the page, and merged: a viewer who sees their own leads, nobody's and a few others, in five statuses, costs
 * fifteen short walks and never a look at a lead that is not shown.
 */
import { subDays } from 'date-fns'
import { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addDays } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import type { TimeZone } from '#app/time/types.ts'
import { isClosed, openStatuses } from '../lead-status.ts'
import { isLiveRow } from '../scope.server.ts'
import { staleBefore } from '../stale.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import type { Cursor } from '../keyset.ts'
import { sortOf, statusesOf, type LeadFilter, type Sort, type Span } from './filter.ts'
import { countedOwners, ownersOf } from './owner-branches.server.ts'

const { sql, join, empty, raw } = Prisma
type Sql = Prisma.Sql

/** Whose list it is and when: what `me`, `today` and `late` mean. */
export type Asked = {
  viewer: Viewer
  filter: LeadFilter
  now: Date
  /** From the end to the beginning: what stands before a lead. */
  backwards?: boolean
}

/** The order of a list: its column, and what a lead must have to stand in it. */
export type Order = { by: Sql; descending: boolean; holds: Sql | null }
const orders: Record<Sort, Order> = {
  activity: { by: sql`last_activity_at`, descending: true, holds: null },
  created: { by: sql`created_at`, descending: true, holds: null },
  next: {
    by: sql`next_action_at`,
    descending: false,
    holds: sql`next_action_at IS NOT NULL AND closed_at IS NULL`,
  },
  response: {
    by: sql`response_due_at`,
    descending: false,
    holds: sql`response_due_at IS NOT NULL AND first_response_at IS NULL AND closed_at IS NULL`,
  },
}

export function orderOf({ filter, backwards = false }: Pick<Asked, 'filter' | 'backwards'>): Order {
  const order = orders[sortOf(filter)]
  return backwards ? { ...order, descending: !order.descending } : order
}

/** Leads that an index keeps in the order of the list: from where they are read, and which of them count. */
export type Branch = { from: Sql; where: Sql }

/** What together is the list: no lead is in two branches. */
export function branchesOf({ viewer, filter, now }: Asked): Branch[] {
  const owners = ownersOf(viewer, filter)
  const sort = sortOf(filter)
  return owners.flatMap(({ from, condition, isEverybodys }) => {
    const statuses = splitsByStatus(sort, isEverybodys)
      ? statusBranches(filter, now)
      : [statusCondition(filter, now)]
    return statuses.map((status) => ({
      from,
      where: all([isLiveRow, orders[sort].holds, condition, status]),
    }))
  })
}

/** The same as one condition, for where no order is read. */
export function scopeCondition({ viewer, filter, now }: Asked): Sql {
  const owners = ownersOf(viewer, filter).map(({ condition, ids }) => all([condition, ids]))
  return all([
    isLiveRow,
    orders[sortOf(filter)].holds,
    sql`(${owners.length > 0 ? join(owners, ' OR ') : sql`FALSE`})`,
    statusCondition(filter, now),
  ])
}

/** Branches by owner alone: for the first look of a search, which is short anyway. */
export function ownerBranches({ viewer, filter }: Asked): Branch[] {
  return ownersOf(viewer, filter).map(({ from, condition }) => ({
    from,
    where: all([isLiveRow, orders[sortOf(filter)].holds, condition]),
  }))
}

/** All that a viewer sees, for counting, which reads no order. */
export function countedBranches({ viewer, filter }: Asked): Branch[] {
  return countedOwners(viewer, filter).map(({ from, condition }) => ({
    from,
    where: all([isLiveRow, condition]),
  }))
}

export function statusCondition(filter: LeadFilter, now: Date): Sql | null {
  const statuses = statusBranches(filter, now).filter((branch) => branch !== null)
  return statuses.length > 0 ? sql`(${join(statuses, ' OR ')})` : null
}

/** Which statuses lie together in the index behind this order. */
function splitsByStatus(sort: Sort, isEverybodys: boolean): boolean {
  if (sort === 'activity') return true
  return sort === 'created' && isEverybodys
}

function statusBranches(filter: LeadFilter, now: Date): (Sql | null)[] {
  const statuses = statusesOf(filter)
  if (filter.stale) {
    const open = openStatuses.filter((status) => !statuses || statuses.includes(status))
    if (open.length === 0) return [sql`FALSE`]
    return open.map((status) => sql`${is(status)} AND last_activity_at < ${staleBefore(status, now)}`)
  }
  if (!statuses || saysNothing(statuses, sortOf(filter))) return [null]
  return statuses.map(is)
}

/** All open statuses, in an order that only open leads have: the planner would take each for a further narrowing. */
function saysNothing(statuses: readonly LeadStatus[], sort: Sort): boolean {
  return (sort === 'next' || sort === 'response') && openStatuses.every((open) => statuses.includes(open))
}

/** Written out, not handed over: the planner knows how common each status is. */
function is(status: LeadStatus): Sql {
  return sql`status = ${raw(`'${status}'`)}`
}

/** All of the filter but owner, status and words. */
export function restOf({ viewer, filter, now }: Asked): Sql | null {
  const { source, role, skill, tag, created, activity, late, reached, lost, answer } = filter
  const conditions = [
    source && sql`source IN (${quoted(source)})`,
    role && sql`roles && ${role}::text[]`,
    skill && sql`skills @> ${skill}::text[]`,
    tag && sql`tags && ${tag}::text[]`,
    archiveCondition(filter),
    created && within(sql`created_at`, created, viewer.timeZone, now),
    activity && within(sql`last_activity_at`, activity, viewer.timeZone, now),
    late === 'response' && all([orders.response.holds, sql`response_due_at < ${now}`]),
    late === 'action' && all([orders.next.holds, sql`next_action_at < ${now}`]),
    reached && sql`reached >= ${raw(`'${reached}'`)}`,
    lost && sql`lost_reason IN (${quoted(lost)})`,
    answer && sql`(${answerKind}) IN (${quoted(answer)})`,
  ].filter((condition) => condition instanceof Prisma.Sql)
  return conditions.length > 0 ? all(conditions) : null
}

/** Whether it has values that few leads may have, or many. Whatever else narrows a list is written out or has an index in its order. */
export function isByValue({
  filter: { role, skill, tag, created, activity },
}: Pick<Asked, 'filter'>): boolean {
  return Boolean(role ?? skill ?? tag ?? created ?? activity)
}

/** What was put away is left out unless it is asked for. Open leads never were: a constraint of the table. */
function archiveCondition(filter: LeadFilter): Sql | null {
  if (filter.archived === '1') return sql`archived_at IS NOT NULL`
  if (filter.archived === 'any') return null
  const mayBeClosed = statusesOf(filter)?.some(isClosed) ?? true
  return mayBeClosed ? sql`archived_at IS NULL` : null
}

/** Names of this code, written out as `is` does. */
function quoted(names: readonly string[]): Sql {
  return join(names.map((name) => raw(`'${name}'`)))
}

/** Which of the kinds of app/leads/answer-kind.ts, in the words of its index; null for a lead of whom nobody waited for one. */
export const answerKind = sql`CASE
  WHEN response_due_at IS NULL THEN NULL
  WHEN first_response_at IS NULL THEN CASE WHEN closed_at IS NULL THEN 'waiting' ELSE 'none' END
  WHEN response_minutes <= 60 THEN '1h'
  WHEN response_minutes <= 120 THEN '2h'
  WHEN response_minutes <= 240 THEN '4h'
  WHEN first_response_at <= response_due_at THEN 'in-time' ELSE 'late' END`

/** Whole days on the viewer's calendar. */
function within(column: Sql, span: Span, zone: TimeZone, now: Date): Sql {
  const startOf = (date: Parameters<typeof startOfDay>[0]) => new Date(startOfDay(date, zone))
  if ('days' in span) return sql`${column} >= ${startOf(dateIn(subDays(now, span.days - 1), zone))}`
  return all([
    span.from && sql`${column} >= ${startOf(span.from)}`,
    span.until && sql`${column} < ${startOf(addDays(span.until, 1))}`,
  ])
}

/** The first clause says nothing new, but turns the second from a filter into a range of the index. */
export function beyond({ by, descending }: Order, { at, id }: Cursor): Sql {
  const past = raw(descending ? '<' : '>')
  return sql`${by} ${past}= ${at} AND (${by} ${past} ${at} OR (${by} = ${at} AND id ${past} ${id}::uuid))`
}

export function ordered({ descending }: Order, by: Sql, id = sql`id`): Sql {
  const direction = raw(descending ? 'DESC' : 'ASC')
  return sql`ORDER BY ${by} ${direction}, ${id} ${direction}`
}

export function all(conditions: readonly (Sql | null | false | undefined)[]): Sql {
  const given = conditions.filter((condition) => condition instanceof Prisma.Sql)
  return given.length > 0 ? join(given, ' AND ') : sql`TRUE`
}

/** A bound that the planner may count on; as a parameter it would guess. */
export function limit(rows: number): Sql {
  return raw(`LIMIT ${Math.floor(rows)}`)
}

/** Branches of one shape, one after the other. */
export function union(branches: readonly Sql[]): Sql {
  return branches.length > 0
    ? join(
        branches.map((branch) => sql`(${branch})`),
        ' UNION ALL ',
      )
    : empty
}
