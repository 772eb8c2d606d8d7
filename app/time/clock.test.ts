import { expect, test } from 'vitest'
import { clockFor, isClock } from './clock.ts'

test('Americans, Indians and Australians read twelve hours; Britons, Germans and the French twenty-four', () => {
  expect(['en-US', 'en-IN', 'hi', 'en-AU', 'en-CA'].map(clockFor)).toEqual(['12', '12', '12', '12', '12'])
  expect(['en-GB', 'de-DE', 'fr', 'fr-CA', 'ja'].map(clockFor)).toEqual(['24', '24', '24', '24', '24'])
})

test('the language that is liked best decides, wherever it stands', () => {
  expect(clockFor('en-US,en;q=0.9,de;q=0.8')).toBe('12')
  expect(clockFor('en-US;q=0.5, de;q=0.8')).toBe('24')
  expect(clockFor('xx-nonsense, en-US;q=0.2')).toBe('12')
  expect(clockFor('en-US;q=0, de;q=0.1')).toBe('24')
})

test('whoever names no language that is known reads twenty-four hours', () => {
  expect(['', '*', 'tlh', 'x', '-', 'en_US; DROP', ',,;q=,', 'i-klingon'].map(clockFor)).toEqual(
    Array.from({ length: 8 }, () => '24'),
  )
})

test('only 12 and 24 are clocks', () => {
  expect(['12', '24', '13', '', undefined].map(isClock)).toEqual([true, true, false, false, false])
})
