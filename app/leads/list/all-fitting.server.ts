import { Prisma } from '#app/prisma/client.ts'
import { areShort, holds, mostCandidates, prefixQuery, wordsOf } from './find-ids.server.ts'
import { all, restOf, scopeCondition, type Asked } from './lead-sql.server.ts'

/** Every lead of the list as one condition on `lead`: for what is done to all of them, however many there are. */
export function fitting(asked: Asked): Prisma.Sql {
  return all([scopeCondition(asked), restOf(asked), searched(asked)])
}

function searched(asked: Asked): Prisma.Sql | null {
  const words = wordsOf(asked)
  if (words.length === 0) return null
  if (!areShort(words)) return holds(words)
  const { after: _, ...filter } = asked.filter
  return Prisma.sql`id IN (SELECT id FROM (${prefixQuery({ ...asked, filter }, words, mostCandidates)}) AS begun)`
}
