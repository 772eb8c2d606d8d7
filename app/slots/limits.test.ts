import { expect, test } from 'vitest'
import type { TimeZone } from '#app/time/types.ts'
import { hasRoom, type Limit } from './limits.ts'

const kolkata = 'Asia/Kolkata' as TimeZone
const at = (iso: string) => Date.parse(iso)

// Tuesday 1 December 2026; Kolkata's midnight is 18:30 UTC.
const tuesday: Limit = { per: 'day', most: 2, starts: [at('2026-12-01T06:00Z'), at('2026-12-01T08:00Z')] }

test('a full day has no room, the next one has', () => {
  const room = hasRoom([tuesday], kolkata)

  expect(room(at('2026-12-01T10:00Z'))).toBe(false)
  expect(room(at('2026-12-02T06:00Z'))).toBe(true)
})

test('a day is the host’s, not the server’s', () => {
  const room = hasRoom([tuesday], kolkata)

  expect(room(at('2026-11-30T18:29Z'))).toBe(true)
  expect(room(at('2026-11-30T18:30Z'))).toBe(false)
  expect(room(at('2026-12-01T18:30Z'))).toBe(true)
})

test('a week runs from Monday to Sunday', () => {
  const week: Limit = { per: 'week', most: 1, starts: [at('2026-12-03T06:00Z')] }

  const room = hasRoom([week], kolkata)

  expect(room(at('2026-11-29T12:00Z'))).toBe(true)
  expect(room(at('2026-11-30T06:00Z'))).toBe(false)
  expect(room(at('2026-12-06T06:00Z'))).toBe(false)
  expect(room(at('2026-12-07T06:00Z'))).toBe(true)
})

test('a meeting that is moved within its full day is let, and into another full day is not', () => {
  const both: Limit = {
    per: 'day',
    most: 1,
    starts: [at('2026-12-01T06:00Z'), at('2026-12-02T06:00Z')],
    movedFrom: at('2026-12-01T06:00Z'),
  }

  const room = hasRoom([both], kolkata)

  expect(room(at('2026-12-01T09:00Z'))).toBe(true)
  expect(room(at('2026-12-02T09:00Z'))).toBe(false)
})

test('every limit must leave room', () => {
  const loose: Limit = { per: 'week', most: 10, starts: tuesday.starts }

  expect(hasRoom([loose, tuesday], kolkata)(at('2026-12-01T10:00Z'))).toBe(false)
})
