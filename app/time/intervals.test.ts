import { expect, test } from 'vitest'
import { intersection, joined, overlaps } from './intervals.ts'

const interval = (from: number, until: number) => ({ from, until })

test('intervals that touch do not overlap, and an empty one overlaps nothing', () => {
  expect(overlaps(interval(9, 10), interval(10, 11))).toBe(false)
  expect(overlaps(interval(9, 11), interval(10, 12))).toBe(true)
  expect(overlaps(interval(10, 10), interval(9, 11))).toBe(false)
})

test('joining sorts, merges what overlaps or touches, and drops what is empty', () => {
  const intervals = [interval(14, 15), interval(9, 12), interval(10, 11), interval(12, 13), interval(16, 16)]

  expect(joined(intervals)).toEqual([interval(9, 13), interval(14, 15)])
  expect(intervals[0]).toEqual(interval(14, 15))
})

test('what two intervals share is empty when they do not meet', () => {
  expect(intersection(interval(9, 12), interval(11, 13))).toEqual(interval(11, 12))
  const { from, until } = intersection(interval(9, 10), interval(11, 13))
  expect(from >= until).toBe(true)
})
