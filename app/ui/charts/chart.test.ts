import { expect, test } from 'vitest'
import { stacked, ticksUpTo, type Mark } from './chart.ts'

test('the scale has round steps and ends at or above the largest value', () => {
  expect(ticksUpTo(1)).toEqual([0, 1])
  expect(ticksUpTo(4)).toEqual([0, 1, 2, 3, 4])
  expect(ticksUpTo(23)).toEqual([0, 10, 20, 30])
  expect(ticksUpTo(7400)).toEqual([0, 2000, 4000, 6000, 8000])
})

test('marks stand on each other, and one of nothing is left out', () => {
  const mark = (series: string, count: number): Mark => ({ series, count, href: '/', says: '' })

  const drawn = stacked([mark('a', 2), mark('b', 0), mark('c', 3)], 10)

  expect(drawn.map(({ mark: { series }, from, length }) => [series, from, length])).toEqual([
    ['a', 0, 20],
    ['c', 20, 30],
  ])
})
