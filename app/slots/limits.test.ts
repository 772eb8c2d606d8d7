import { expect, test } from 'vitest'
import type { TimeZone } from '#app/time/types.ts'
import { hasRoom, type Limit } from './limits.ts'

const half = { minutes: 30 }
const kolkata = 'Asia/Kolkata' as TimeZone
const at = (iso: string) => Date.parse(iso)

// Tuesday 1 December 2026; Kolkata's midnight is 18:30 UTC.
const tuesday: Limit = { per: 'day', most: 2, starts: [at('2026-12-01T06:00Z'), at('2026-12-01T08:00Z')] }

test('a full day has no room, the next one has', () => {
  const room = hasRoom([tuesday], kolkata, half)

  expect(room(at('2026-12-01T10:00Z'))).toBe(false)
  expect(room(at('2026-12-02T06:00Z'))).toBe(true)
})

test('a day is the host’s, not the server’s', () => {
  const room = hasRoom([tuesday], kolkata, half)

  expect(room(at('2026-11-30T18:29Z'))).toBe(true)
  expect(room(at('2026-11-30T18:30Z'))).toBe(false)
  expect(room(at('2026-12-01T18:30Z'))).toBe(true)
})

test('a week runs from Monday to Sunday', () => {
  const week: Limit = { per: 'week', most: 1, starts: [at('2026-12-03T06:00Z')] }

  const room = hasRoom([week], kolkata, half)

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

  const room = hasRoom([both], kolkata, half)

  expect(room(at('2026-12-01T09:00Z'))).toBe(true)
  expect(room(at('2026-12-02T09:00Z'))).toBe(false)
})

test('every limit must leave room', () => {
  const loose: Limit = { per: 'week', most: 10, starts: tuesday.starts }

  expect(hasRoom([loose, tuesday], kolkata, half)(at('2026-12-01T10:00Z'))).toBe(false)
})

test('a month and a year end where the host’s calendar turns', () => {
  const december = [at('2026-12-01T06:00Z')]

  const month = hasRoom([{ per: 'month', most: 1, starts: december }], kolkata, half)
  const year = hasRoom([{ per: 'year', most: 1, starts: december }], kolkata, half)

  expect([month(at('2026-11-30T18:29Z')), month(at('2026-11-30T18:30Z'))]).toEqual([true, false])
  expect([month(at('2026-12-31T18:29Z')), month(at('2026-12-31T18:30Z'))]).toEqual([false, true])
  expect([year(at('2026-12-31T18:29Z')), year(at('2026-12-31T18:30Z'))]).toEqual([false, true])
  expect(year(at('2025-12-31T18:30Z'))).toBe(false)
})

test('minutes have room for a short meeting where a long one no longer fits', () => {
  const ninety: Limit = { per: 'day', most: 90, starts: tuesday.starts, minutes: [30, 30] }

  expect(hasRoom([ninety], kolkata, { minutes: 30 })(at('2026-12-01T10:00Z'))).toBe(true)
  expect(hasRoom([ninety], kolkata, { minutes: 45 })(at('2026-12-01T10:00Z'))).toBe(false)
  expect(hasRoom([ninety], kolkata, { minutes: 120 })(at('2026-12-02T10:00Z'))).toBe(false)
})

test('a meeting may move within a period whose minutes are used up', () => {
  const full: Limit = {
    per: 'week',
    most: 60,
    starts: tuesday.starts,
    minutes: [30, 30],
    movedFrom: at('2026-12-01T06:00Z'),
  }

  expect(hasRoom([full], kolkata, half)(at('2026-12-04T06:00Z'))).toBe(true)
})
