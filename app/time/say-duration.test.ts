import { expect, test } from 'vitest'
import { sayMinutes } from './say-duration.ts'

test.each([
  [0, '0 minutes'],
  [1, '1 minute'],
  [90, '90 minutes'],
  [60, '1 hour'],
  [1440, '24 hours'],
  [2880, '2 days'],
  [2940, '49 hours'],
])('%i minutes are %s', (minutes, words) => {
  expect(sayMinutes(minutes)).toBe(words)
})
