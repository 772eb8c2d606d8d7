import { expect, test } from 'vitest'
import { makeShelf } from './shelf.ts'

const page = (name: string, bytes = 10) => ({ name, bytes })
const soon = 1_000

test('what was made is found until its time is over', async () => {
  const shelf = makeShelf<{ name: string; bytes: number }>({ mostBytes: 100 })
  await shelf.make('/', soon, async () => page('home'))

  expect(shelf.find('/', 999)).toEqual(page('home'))
  expect(shelf.find('/', 1_000)).toBeUndefined()
  expect(shelf.bytes()).toBe(0)
})

test('many who ask at once wait for one making', async () => {
  const shelf = makeShelf<{ name: string; bytes: number }>({ mostBytes: 100 })
  let count = 0
  const make = async () => page(`number ${++count}`)

  const made = await Promise.all([1, 2, 3].map(() => shelf.make('/', soon, make)))

  expect(made).toEqual([page('number 1'), page('number 1'), page('number 1')])
})

test('what was begun before the shelf was cleared answers its asker and is not kept', async () => {
  const shelf = makeShelf<{ name: string; bytes: number }>({ mostBytes: 100 })
  let finish: (made: { name: string; bytes: number }) => void = () => {}
  const old = shelf.make('/', soon, () => new Promise((resolve) => (finish = resolve)))

  shelf.clear()
  const fresh = await shelf.make('/', soon, async () => page('fresh'))
  finish(page('old'))

  expect(await old).toEqual(page('old'))
  expect(fresh).toEqual(page('fresh'))
  expect(shelf.find('/', 0)).toEqual(page('fresh'))
})

test('above the bound, what was not asked for longest goes', async () => {
  const shelf = makeShelf<{ name: string; bytes: number }>({ mostBytes: 30 })
  for (const name of ['a', 'b', 'c']) await shelf.make(name, soon, async () => page(name))
  shelf.find('a', 0)
  await shelf.make('d', soon, async () => page('d'))

  expect(['a', 'b', 'c', 'd'].map((name) => shelf.find(name, 0)?.name)).toEqual(['a', undefined, 'c', 'd'])
  expect(shelf.bytes()).toBe(30)
})

test('what is larger than all the room there is, cannot be kept, or failed, takes none', async () => {
  const shelf = makeShelf<{ name: string; bytes: number }>({ mostBytes: 30 })

  await shelf.make('large', soon, async () => page('large', 31))
  await shelf.make('none', soon, async () => null)
  await expect(shelf.make('failed', soon, () => Promise.reject(new Error('no database')))).rejects.toThrow(
    'no database',
  )

  expect(shelf.bytes()).toBe(0)
  expect(await shelf.make('failed', soon, async () => page('again'))).toEqual(page('again'))
})
