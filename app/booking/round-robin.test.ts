import { expect, test } from 'vitest'
import { inTurn, type Standing } from './round-robin.ts'

const host = (id: string, told: Partial<Standing> = {}): Standing => ({
  id,
  rank: 1,
  weight: 1,
  received: 0,
  lastAt: 0,
  ...told,
})

test('with equal weights the host with fewer bookings this month is next', () => {
  const all = [host('a', { received: 3 }), host('b', { received: 2, lastAt: 9 })]

  expect(inTurn(all, all).map(({ id }) => id)).toEqual(['b', 'a'])
})

test('equally far behind, the one booked longest ago is next, then the first by id', () => {
  const all = [host('a', { received: 1, lastAt: 5 }), host('b', { received: 1, lastAt: 2 })]

  expect(inTurn(all, all)[0]?.id).toBe('b')
  expect(inTurn([host('b'), host('a')], [host('a'), host('b')])[0]?.id).toBe('a')
})

test('over ninety bookings, weights of two to one give sixty and thirty', () => {
  const all = [host('a', { weight: 2 }), host('b')]

  for (let at = 1; at <= 90; at++) {
    const [next] = inTurn(all, all)
    if (next) Object.assign(next, { received: next.received + 1, lastAt: at })
  }

  expect(all.map(({ received }) => received)).toEqual([60, 30])
})

test('a host of a later rank is asked only when nobody of an earlier one is free', () => {
  const all = [host('a', { rank: 2 }), host('b', { received: 8 })]

  expect(inTurn(all, all).map(({ id }) => id)).toEqual(['b', 'a'])
  expect(inTurn(all.slice(0, 1), all)[0]?.id).toBe('a')
})

test('shares are those within a rank', () => {
  const first = host('a', { received: 90 })
  const all = [first, host('b', { rank: 2, received: 4 }), host('c', { rank: 2, weight: 3, received: 9 })]

  expect(inTurn(all, all).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
})
