import { db, type Reader } from '#app/db.server.ts'

type ReadTogether<Value> = (database: Reader, key: string, read: () => Promise<Value>) => Promise<Value>

/**
 * Makes one reading of many that are asked for at the same time. Whoever asks while it is read waits for the next reading,
 * which begins after they asked: nobody is told anything older than if they had asked alone, and nothing is kept. What a
 * transaction reads is its own.
 */
export function readingTogether<Value>(): ReadTogether<Value> {
  const underWay = new Map<string, Promise<Value>>()
  const next = new Map<string, Promise<Value>>()

  function begin(key: string, read: () => Promise<Value>): Promise<Value> {
    next.delete(key)
    const reading = read().finally(() => underWay.delete(key))
    underWay.set(key, reading)
    return reading
  }

  return (database, key, read) => {
    if (database !== db) return read()
    const notBegun = next.get(key)
    if (notBegun) return notBegun
    const before = underWay.get(key)
    if (!before) return begin(key, read)

    const follow = () => begin(key, read)
    const mine = before.then(follow, follow)
    next.set(key, mine)
    return mine
  }
}
