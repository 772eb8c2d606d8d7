import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test('two letters tell hosts apart, and a number those who share them', () => {
  expect(initialsOf(['Hiring consultant', 'Engineering consultant', 'Hana Cohen', 'Dev'])).toEqual([
    'HC',
    'EC',
    'HC2',
    'D',
  ])
})
