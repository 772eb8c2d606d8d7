/**
 * Which leads stand on a page of the list. Without words it is a merge of branches. With words two ways are tried: a walk
 * through the newest few thousand in the list's own order, which fills the page when the words are common, and else the
 * index of three-letter groups, which knows at once where rare words are. Neither can be slow where the other is quick.
 */
import { db, plannedEachTime } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import { literally, wordsIn } from '../search-words.ts'
import {
  all,
  beyond,
  branchesOf,
  limit,
  ordered,
  orderOf,
  ownerBranches,
  restOf,
  scopeCondition,
  statusCondition,
  union,
  type Asked,
} from './lead-sql.server.ts'
import { statusesOf } from './filter.ts'
import { countedPageQuery, pageQuery } from './page-sql.server.ts'

const { sql, join, raw } = Prisma
type Sql = Prisma.Sql

/** A rare word wants another plan than a common one. */
const eachTime = raw(plannedEachTime)

/** Rows of the list's order that a search looks through before it asks the index of words. */
const walked = 5_000
/** Matches that are sorted at most: more than anybody reads, and few enough to be quick. */
export const mostCandidates = 10_000
/** Numbers and addresses that begin with one or two letters. */
const mostBeginnings = 1_000
/** The shortest word that the index of three-letter groups can look for. */
const shortestWord = 3
/** The longest list of words: each is looked for. */
const mostWords = 8

/** `total`: of a search, how many were found, and whether more may be; null when that was not asked. */
export type Found = { ids: { id: string; at: Date }[]; total: { count: number; isMore: boolean } | null }

export async function findLeadIds(asked: Asked, rows: number): Promise<Found> {
  const words = wordsOf(asked)
  if (words.length === 0) return { ids: await read(pageQuery(asked, rows)), total: null }
  if (areShort(words)) return candidates(prefixQuery(asked, words, rows))

  const near = await db.$queryRaw<WalkedRow[]>(walkQuery(asked, words, rows))
  const ids = near.flatMap(({ id, at }) => (id && at ? [{ id, at }] : []))
  const passed = near[0] ?? { total: 0n, passed: 0n }
  const isWhole = passed.passed < BigInt(walked)
  if (ids.length < rows && !isWhole) return candidates(indexQuery(asked, words, rows))
  return { ids, total: asked.filter.after ? null : { count: Number(passed.total), isMore: !isWhole } }
}

export function wordsOf({ filter }: Asked): string[] {
  return wordsIn(filter.q).slice(0, mostWords)
}

/** Too short for the index of words: they are looked for at the beginning of numbers and addresses. */
export function areShort(words: readonly string[]): boolean {
  return words.every((word) => word.length < shortestWord)
}

/** The first rows of the list, without words, and how many leads it has; the count ends at `countedUpTo` + 1. */
export async function findAndCount(asked: Asked, rows: number) {
  const ids = await read(countedPageQuery(asked, rows))
  return { ids, count: Number(ids[0]?.total ?? 0) }
}

type Row = { id: string; at: Date; total?: bigint }
/** `passed`: how many leads were looked at. One row without an id when none of them has the words. */
type WalkedRow = { id: string | null; at: Date | null; total: bigint; passed: bigint }

function read(query: Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>(query)
}

async function candidates(query: Sql): Promise<Found> {
  const rows = await read(query)
  const count = Number(rows[0]?.total ?? 0)
  return { ids: rows, total: { count, isMore: count === mostCandidates } }
}

/** What a search looks at of the leads that it walks past. */
const searched = sql`id, status, source, roles, skills, search_text, created_at, last_activity_at, next_action_at,
  response_due_at, first_response_at, closed_at, tags, archived_at, lost_reason, reached, response_minutes`

/**
 * The same with words, as far as they are found in what comes next in the list's order. Of a few statuses those leads alone
 * are walked past; of many it would be too many short walks.
 */
export function walkQuery(asked: Asked, words: readonly string[], rows: number): Sql {
  const order = orderOf(asked)
  const { after } = asked.filter
  const branches = statusesOf(asked.filter) ? branchesOf(asked) : ownerBranches(asked)
  const near = branches.map(
    ({ from, where }) => sql`
      SELECT ${searched} FROM ${from} WHERE ${all([where, after && beyond(order, after)])}
      ${ordered(order, order.by)} ${limit(Math.ceil(walked / branches.length))}`,
  )
  return sql`${eachTime}
    WITH near AS MATERIALIZED (${union(near)}),
    fitting AS MATERIALIZED (
      SELECT id, ${order.by} AS at FROM near
      WHERE ${all([statusCondition(asked.filter, asked.now), restOf(asked), holds(words)])})
    SELECT page.id, page.at, counted.* FROM (
      SELECT (SELECT count(*) FROM near) AS passed, (SELECT count(*) FROM fitting) AS total) AS counted
    LEFT JOIN LATERAL (
      SELECT * FROM fitting ${ordered(order, sql`at`)} ${limit(rows)}) AS page ON TRUE
    ${ordered(order, sql`page.at`, sql`page.id`)}`
}

export function indexQuery(asked: Asked, words: readonly string[], rows: number): Sql {
  return fromCandidates(
    asked,
    sql`SELECT id, ${orderOf(asked).by} AS at FROM lead
      WHERE ${all([scopeCondition(asked), restOf(asked), holds(words)])} ${limit(mostCandidates)}`,
    rows,
  )
}

/**
 * One or two letters: the beginning of a number or of an e-mail address, as many as anybody would look through. Each is
 * looked up by itself, inside LATERAL, or a plan might read all leads to find those few among them.
 */
export function prefixQuery(asked: Asked, words: readonly string[], rows: number): Sql {
  return fromCandidates(
    asked,
    sql`SELECT id, ${orderOf(asked).by} AS at
      FROM (${join(words.map(beginningWith), ' INTERSECT ')}) AS begun (lead_id)
      CROSS JOIN LATERAL (SELECT * FROM lead WHERE lead.id = begun.lead_id LIMIT 1) AS lead
      WHERE ${all([scopeCondition(asked), restOf(asked)])} ${limit(mostCandidates)}`,
    rows,
  )
}

function beginningWith(word: string): Sql {
  const pattern = `${literally(word.replace(/^l-/, ''))}%`
  return sql`(
    (SELECT id FROM lead WHERE ref::text LIKE ${pattern} ORDER BY ref::text USING ~<~ ${limit(mostBeginnings)})
    UNION
    SELECT lead.id FROM (
      SELECT person_id FROM person_email WHERE lower(email) LIKE ${pattern}
      ORDER BY lower(email) USING ~<~ ${limit(mostBeginnings)}) AS begun
    JOIN lead USING (person_id))`
}

/** Found first and sorted then, so that no plan walks through everything for a word that nobody wrote. */
function fromCandidates(asked: Asked, candidates: Sql, rows: number): Sql {
  const order = orderOf(asked)
  const { after } = asked.filter
  return sql`${eachTime}
    WITH candidate AS MATERIALIZED (${candidates})
    SELECT id, at, (SELECT count(*) FROM candidate) AS total FROM candidate
    WHERE ${after ? beyond({ ...order, by: sql`at` }, after) : sql`TRUE`}
    ${ordered(order, sql`at`)} ${limit(rows)}`
}

/** Every word somewhere; those of three letters and more go by the index, shorter ones are looked at then. */
export function holds(words: readonly string[]): Sql {
  return join(
    words.map((word) => sql`search_text LIKE ${`%${literally(word)}%`}`),
    ' AND ',
  )
}
