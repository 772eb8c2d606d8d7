import { expect, test } from 'vitest'
import { outcomeFor, sayReason, scoreOf } from './judgement.ts'

test('one weak sign is accepted, a strong one is held, two strong ones are spam', () => {
  expect(outcomeFor(scoreOf(['too-fast']))).toBe('accepted')
  expect(outcomeFor(scoreOf(['disposable-address']))).toBe('held')
  expect(outcomeFor(scoreOf(['disposable-address', 'gibberish']))).toBe('spam')
})

test('the bounds are 40 and 80 points', () => {
  expect([39, 40, 79, 80].map(outcomeFor)).toEqual(['accepted', 'held', 'held', 'spam'])
})

test('a reason of an earlier version is said as it was stored', () => {
  expect(sayReason('too-fast')).toBe('It was filled in faster than a person types')
  expect(sayReason('of-old')).toBe('of-old')
})
