/** The page of a list without words, as SQL. */
import { plannedEachTime } from '#app/db.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import { countedUpTo } from './counted.ts'
import {
  all,
  beyond,
  branchesOf,
  isByValue,
  limit,
  ordered,
  orderOf,
  restOf,
  union,
  type Asked,
} from './lead-sql.server.ts'

const { sql, raw, empty } = Prisma
type Sql = Prisma.Sql

/**
 * The page as a merge of branches, each in the order of its index. A plan for a few leads with a certain value hopes to walk
 * into them soon, and walks past all leads for a tag that nobody uses: so more are asked for, each time anew.
 */
export function pageQuery(asked: Asked, rows: number): Sql {
  if (!isByValue(asked)) return mergeQuery(asked, rows)
  return sql`${plannedFor(asked)}
    WITH listed AS MATERIALIZED (${mergeQuery(asked, countedUpTo + 1)})
    SELECT id, at FROM listed ${ordered(orderOf(asked), sql`at`)} ${limit(rows)}`
}

/** The page and how many leads there are: counting reads the beginning of the list, and the page is the beginning of that. */
export function countedPageQuery(asked: Asked, rows: number): Sql {
  return sql`${plannedFor(asked)}
    WITH listed AS MATERIALIZED (${mergeQuery(asked, countedUpTo + 1)})
    SELECT id, at, (SELECT count(*) FROM listed) AS total
    FROM listed ${ordered(orderOf(asked), sql`at`)} ${limit(rows)}`
}

function mergeQuery(asked: Asked, rows: number): Sql {
  const order = orderOf(asked)
  const { after } = asked.filter
  const branches = branchesOf(asked).map(
    ({ from, where }) => sql`
      SELECT id, ${order.by} AS at FROM ${from}
      WHERE ${all([where, restOf(asked), after && beyond(order, after)])}
      ${ordered(order, order.by)} ${limit(rows)}`,
  )
  return sql`SELECT id, at FROM (${union(branches)}) AS branch ${ordered(order, sql`at`)} ${limit(rows)}`
}

/** In front of a list, or of what counts it. */
export function plannedFor(asked: Asked): Sql {
  return isByValue(asked) ? raw(plannedEachTime) : empty
}
