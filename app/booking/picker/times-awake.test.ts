import { expect, test } from 'vitest'
import type { TimeZone } from '#app/time/types.ts'
import { offerAwake } from './times-awake.ts'

const newYork = 'America/New_York' as TimeZone
const kolkata = 'Asia/Kolkata' as TimeZone
const losAngeles = 'America/Los_Angeles' as TimeZone

/** Free times by their instant in UTC, as the calendar lists them. */
function free(...times: string[]) {
  return times.map((time) => ({ startsAt: Date.parse(time) }))
}

function offered(times: { startsAt: number }[], asked: { timeZone: TimeZone; count: number }) {
  return offerAwake(times, asked).map(({ startsAt }) => new Date(startsAt).toISOString().slice(0, 16) + 'Z')
}

test('a visitor in New York is offered eight in the morning, and not half past midnight', () => {
  const times = free('2026-12-01T05:30Z', '2026-12-01T06:00Z', '2026-12-01T13:00Z', '2026-12-01T13:30Z')

  expect(offered(times, { timeZone: newYork, count: 1 })).toEqual(['2026-12-01T13:00Z'])
  expect(offered(times, { timeZone: kolkata, count: 1 })).toEqual(['2026-12-01T05:30Z'])
})

test('the waking day begins at eight and ends before twenty, on the visitor’s clock', () => {
  const times = free('2026-12-01T12:59Z', '2026-12-01T13:00Z', '2026-12-02T00:59Z', '2026-12-02T01:00Z')

  expect(offered(times, { timeZone: newYork, count: 4 })).toEqual(['2026-12-01T13:00Z', '2026-12-02T00:59Z'])
})

test('the same time of the office is awake in summer and asleep in winter where clocks change', () => {
  // 17:30 in Kolkata is 08:00 in New York until 1 November 2026, and 07:00 from then on.
  const times = free('2026-11-02T12:00Z', '2026-11-02T13:00Z')
  const before = free('2026-10-30T11:00Z', '2026-10-30T12:00Z')

  expect(offered(before, { timeZone: newYork, count: 1 })).toEqual(['2026-10-30T12:00Z'])
  expect(offered(times, { timeZone: newYork, count: 1 })).toEqual(['2026-11-02T13:00Z'])
})

test('a waking time of another day is shown before the nights until then', () => {
  const times = free('2026-12-01T05:30Z', '2026-12-02T05:30Z', '2026-12-03T14:00Z')

  expect(offered(times, { timeZone: newYork, count: 3 })).toEqual(['2026-12-03T14:00Z'])
})

test('where the office is never open while the visitor is up, the soonest times are shown', () => {
  const times = free('2026-12-01T05:30Z', '2026-12-01T06:00Z', '2026-12-01T14:00Z')

  expect(offered(times, { timeZone: losAngeles, count: 2 })).toEqual([
    '2026-12-01T05:30Z',
    '2026-12-01T06:00Z',
  ])
})

test('nothing free is nothing offered', () => {
  expect(offerAwake([], { timeZone: newYork, count: 3 })).toEqual([])
})
