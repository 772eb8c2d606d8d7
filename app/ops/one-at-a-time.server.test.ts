import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.server.ts'

test('acts of one key run in order and never together, those of another beside them', async () => {
  const said: string[] = []
  const act = (name: string) => async () => {
    said.push(`${name} begins`)
    await pause(5)
    said.push(`${name} ends`)
  }

  await Promise.all([oneAtATime('a', act('a1')), oneAtATime('a', act('a2')), oneAtATime('b', act('b1'))])

  expect(said.filter((word) => word.startsWith('a'))).toEqual([
    'a1 begins',
    'a1 ends',
    'a2 begins',
    'a2 ends',
  ])
  expect(said.indexOf('b1 begins')).toBeLessThan(said.indexOf('a1 ends'))
})

test('an act is told whether another one ran before it, and one that fails stops nobody', async () => {
  const failing = oneAtATime('c', () => Promise.reject(new Error('broken')))
  const second = oneAtATime('c', ({ waited }) => Promise.resolve(waited))

  await expect(failing).rejects.toThrow('broken')
  expect(await second).toBe(true)
  expect(await oneAtATime('c', ({ waited }) => Promise.resolve(waited))).toBe(false)
})
