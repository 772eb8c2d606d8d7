import { expect, test } from 'vitest'
import type { TimeZone } from '#app/time/types.ts'
import { readTypedTime } from './typed-time.ts'

const zone = 'Europe/Berlin' as TimeZone

test('a time is read on the clock that was meant', () => {
  expect(readTypedTime({ on: '2026-12-01', at: '07:30', zone })).toEqual({
    kind: 'one',
    at: Date.parse('2026-12-01T06:30:00Z'),
  })
})

test('a time that is skipped is no time, and one that happens twice is a choice', () => {
  expect(readTypedTime({ on: '2026-03-29', at: '02:30', zone })).toMatchObject({ kind: 'wrong', field: 'at' })
  expect(readTypedTime({ on: '2026-10-25', at: '02:30', zone })).toEqual({
    kind: 'two',
    choices: [
      { at: Date.parse('2026-10-25T00:30:00Z'), words: '02:30 CEST' },
      { at: Date.parse('2026-10-25T01:30:00Z'), words: '02:30 CET' },
    ],
  })
})

test.each([
  ['', '', 'none'],
  ['2026-02-30', '10:00', 'wrong'],
  ['2026-12-01', '24:00', 'wrong'],
  ['2026-12-01', '7:30', 'wrong'],
  ['2026-12-01', '', 'wrong'],
])('%s %s is %s', (on, at, kind) => {
  expect(readTypedTime({ on, at, zone }).kind).toBe(kind)
})
