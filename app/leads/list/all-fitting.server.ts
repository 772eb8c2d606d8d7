import { Prisma } from '#app/prisma/client.ts'
import { areShort, holds, mostCandidates, prefixQuery, wordsOf } from './find-ids.server.ts'
import {
  all,
  orderOf,
  restOf,
  scopeCondition,
  statusCondition,
  union,
  type Asked,
} from './lead-sql.server.ts'
import { ownersOf } from './owner-branches.server.ts'
import { isLiveRow } from '../scope.server.ts'

/** Every lead of the list as one condition on `lead`: for what is done to all of them, however many there are. */
export function fitting(asked: Asked): Prisma.Sql {
  return all([scopeCondition(asked), restOf(asked), searched(asked)])
}

/**
 * Columns of the same leads, to be counted. Without words they are read owner by owner, as the list reads them: of a
 * colleague's leads a consultant sees a few, which as a condition were looked for among all that the colleague has.
 */
export function fittingRows(asked: Asked, columns: Prisma.Sql): Prisma.Sql {
  if (wordsOf(asked).length > 0) return Prisma.sql`SELECT ${columns} FROM lead WHERE ${fitting(asked)}`
  const { viewer, filter, now } = asked
  const rest = all([isLiveRow, orderOf(asked).holds, statusCondition(filter, now), restOf(asked)])
  return union(
    ownersOf(viewer, filter).map(
      ({ from, condition }) => Prisma.sql`SELECT ${columns} FROM ${from} WHERE ${all([condition, rest])}`,
    ),
  )
}

function searched(asked: Asked): Prisma.Sql | null {
  const words = wordsOf(asked)
  if (words.length === 0) return null
  if (!areShort(words)) return holds(words)
  const { after: _, ...filter } = asked.filter
  return Prisma.sql`id IN (SELECT id FROM (${prefixQuery({ ...asked, filter }, words, mostCandidates)}) AS begun)`
}
