import { expect, test } from 'vitest'
import { db, type Reader } from '#app/db.server.ts'
import { readingTogether } from './read-together.server.ts'

/** A shelf that is read slowly: each reading tells what lay on it when it began, once it is let go on. */
function slowShelf() {
  const readTogether = readingTogether<string>()
  const shelf = { holds: 'first', letGo: [] as (() => void)[] }
  const read = () => {
    const seen = shelf.holds
    return new Promise<string>((resolve) => shelf.letGo.push(() => resolve(seen)))
  }
  return { shelf, ask: (database: Reader = db) => readTogether(database, 'shelf', read) }
}

test('many who ask while somebody reads are told by one reading, which begins after they asked', async () => {
  const { shelf, ask } = slowShelf()

  const alone = ask()
  shelf.holds = 'second'
  const meanwhile = [ask(), ask(), ask()]
  shelf.letGo[0]?.()
  expect(await alone).toBe('first')
  expect(shelf.letGo).toHaveLength(2)

  shelf.letGo[1]?.()
  expect(await Promise.all(meanwhile)).toEqual(['second', 'second', 'second'])
})

test('who asks when the next reading has begun waits for the one after it', async () => {
  const { shelf, ask } = slowShelf()

  const readings = [ask(), ask()]
  shelf.letGo[0]?.()
  await readings[0]
  shelf.holds = 'third'
  readings.push(ask())
  shelf.letGo[1]?.()
  await readings[1]
  shelf.letGo[2]?.()

  expect(await Promise.all(readings)).toEqual(['first', 'first', 'third'])
})

test('nothing is kept once it is told, and a reading that failed is not told to who asked after it', async () => {
  const readTogether = readingTogether<string>()

  const failed = readTogether(db, 'shelf', () => Promise.reject(new Error('away')))
  const next = readTogether(db, 'shelf', () => Promise.resolve('back'))

  await expect(failed).rejects.toThrow('away')
  expect(await next).toBe('back')
  expect(await readTogether(db, 'shelf', () => Promise.resolve('later'))).toBe('later')
})

test('a transaction reads alone', async () => {
  const { shelf, ask } = slowShelf()

  await db.$transaction(async (tx) => {
    const outside = ask()
    const inside = [ask(tx), ask(tx)]
    for (const letGo of shelf.letGo) letGo()

    expect(shelf.letGo).toHaveLength(3)
    await Promise.all([outside, ...inside])
  })
})
