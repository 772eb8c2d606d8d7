import { expect, test } from 'vitest'
import { takeTurn, type InTurn } from './turns.ts'

function turns(people: readonly InTurn[], count: number): string {
  const taken = takeTurn(people)
  if (!taken || count === 0) return ''
  return taken.taker + turns(taken.people, count - 1)
}

const person = (id: string, weight: number): InTurn => ({ id, weight, credit: 0 })

test('equals take turns', () => {
  expect(turns([person('a', 1), person('b', 1)], 6)).toBe('ababab')
})

test('three beside two gets six of ten, spread out', () => {
  const taken = turns([person('a', 3), person('b', 2)], 10)

  expect(taken).toBe('ababaababa')
  expect(taken.replaceAll('b', '')).toHaveLength(6)
})

test('nobody who takes part, nobody’s turn', () => {
  expect(takeTurn([])).toBeNull()
})
