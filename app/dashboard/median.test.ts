import { expect, test } from 'vitest'
import { medianOf } from './median.ts'

test('the value in the middle counts, however far the others are away', () => {
  expect(
    medianOf(
      new Map([
        [5, 1],
        [7, 1],
        [9000, 1],
      ]),
    ),
  ).toBe(7)
})

test('values are weighed by how often they were measured', () => {
  expect(
    medianOf(
      new Map([
        [60, 5],
        [10, 2],
        [20, 1],
      ]),
    ),
  ).toBe(60)
})

test('of two in the middle it is the lower one', () => {
  expect(
    medianOf(
      new Map([
        [30, 1],
        [10, 1],
      ]),
    ),
  ).toBe(10)
})

test('of nothing there is no middle', () => {
  expect(medianOf(new Map())).toBeNull()
})
