import { Prisma } from '#app/prisma/client.ts'
import { literally, wordsIn } from '../search-words.ts'
import { prefixQuery } from './find-ids.server.ts'
import { all, restOf, scopeCondition, type Asked } from './lead-sql.server.ts'

const { sql } = Prisma

/** The longest beginning of a number or an address that the list looks up without the index of words. */
const shortWord = 2
const mostShort = 10_000

/** Every lead of the list as one condition on `lead`: for what is done to all of them, however many there are. */
export function fitting(asked: Asked): Prisma.Sql {
  const words = wordsIn(asked.filter.q).slice(0, 8)
  return all([scopeCondition(asked), restOf(asked), holds(asked, words)])
}

function holds(asked: Asked, words: readonly string[]): Prisma.Sql | null {
  if (words.length === 0) return null
  if (words.every((word) => word.length <= shortWord)) {
    const { after: _, ...filter } = asked.filter
    return sql`id IN (SELECT id FROM (${prefixQuery({ ...asked, filter }, words, mostShort)}) AS begun)`
  }
  return all(words.map((word) => sql`search_text LIKE ${`%${literally(word)}%`}`))
}
