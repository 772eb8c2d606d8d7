import { expect, test } from 'vitest'
import { overlapAnswer } from './overlap-answer.ts'

function ofHours(...hours: number[]) {
  return overlapAnswer(hours.map((hour) => ({ minutesADay: hour * 60 })))
}

test('the leanest season counts, because it too is part of the year', () => {
  expect(ofHours(7.5, 6.5)).toBe('4h')
})

test('hours become the nearest answer of the form that is not too much', () => {
  expect([ofHours(8), ofHours(3.5), ofHours(2), ofHours(1.5), ofHours(1), ofHours(0)]).toEqual([
    'full_day',
    '4h',
    '2h',
    '2h',
    'async',
    'async',
  ])
})
