import { expect, test } from 'vitest'
import type { CalendarDate, TimeZone } from '#app/time/types.ts'
import { weekClock } from './week-clock.ts'

const berlin = 'Europe/Berlin' as TimeZone
const date = (text: string) => text as CalendarDate
const at = (text: string) => Date.parse(text)

test('a quarter hour is a line, counted from midnight where the viewer is', () => {
  const clock = weekClock(date('2026-11-30'), berlin)

  expect(clock.rowFrom(date('2026-12-01'), at('2026-12-01T09:30:00Z'))).toBe(42)
  expect(clock.rowUntil(date('2026-12-01'), at('2026-12-01T10:00:00Z'))).toBe(44)
  expect(clock.rowUntil(date('2026-12-01'), at('2026-12-01T23:00:00Z'))).toBe(96)
  expect(clock.hours).toHaveLength(24)
})

test('what begins or ends between two lines takes the whole of both', () => {
  const clock = weekClock(date('2026-11-30'), berlin)

  expect(clock.rowFrom(date('2026-12-01'), at('2026-12-01T09:40:00Z'))).toBe(42)
  expect(clock.rowUntil(date('2026-12-01'), at('2026-12-01T10:05:00Z'))).toBe(45)
})

test('the day of 25 hours shows the repeated hour twice, and the other days leave it empty', () => {
  const clock = weekClock(date('2026-10-19'), berlin)
  const sunday = date('2026-10-25')
  const saturday = date('2026-10-24')

  expect(clock.rowFrom(sunday, at('2026-10-25T00:30:00Z'))).toBe(10)
  expect(clock.rowUntil(sunday, at('2026-10-25T01:00:00Z'))).toBe(12)
  expect(clock.rowFrom(sunday, at('2026-10-25T01:00:00Z'))).toBe(12)
  expect(clock.rowFrom(sunday, at('2026-10-25T01:30:00Z'))).toBe(14)
  expect(clock.rowFrom(sunday, at('2026-10-25T08:00:00Z'))).toBe(40)
  expect(clock.rowUntil(sunday, at('2026-10-25T23:00:00Z'))).toBe(100)
  expect(clock.rowFrom(saturday, at('2026-10-24T07:00:00Z'))).toBe(40)
  expect(clock.rowUntil(saturday, at('2026-10-24T01:00:00Z'))).toBe(12)
  expect(clock.hours.slice(1, 6)).toEqual([
    { row: 4, hour: 1, isAgain: false },
    { row: 8, hour: 2, isAgain: false },
    { row: 12, hour: 2, isAgain: true },
    { row: 16, hour: 3, isAgain: false },
    { row: 20, hour: 4, isAgain: false },
  ])
})

test('the day of 23 hours has a gap where the clock is put forward', () => {
  const clock = weekClock(date('2026-03-23'), berlin)
  const sunday = date('2026-03-29')

  expect(clock.skipsOn(sunday)).toEqual([{ from: 8, until: 12 }])
  expect(clock.skipsOn(date('2026-03-28'))).toEqual([])
  expect(clock.rowUntil(sunday, at('2026-03-29T01:00:00Z'))).toBe(8)
  expect(clock.rowFrom(sunday, at('2026-03-29T01:00:00Z'))).toBe(12)
  expect(clock.rowFrom(sunday, at('2026-03-29T07:00:00Z'))).toBe(36)
  expect(clock.hours).toHaveLength(24)
})

test('a day that begins at one o’clock has its gap at the top', () => {
  const beirut = weekClock(date('2026-03-23'), 'Asia/Beirut' as TimeZone)

  expect(beirut.skipsOn(date('2026-03-29'))).toEqual([{ from: 0, until: 4 }])
  expect(beirut.rowFrom(date('2026-03-29'), beirut.dayOf(date('2026-03-29')).from)).toBe(4)
})

test('half an hour that is repeated is two lines', () => {
  const lordHowe = weekClock(date('2026-03-30'), 'Australia/Lord_Howe' as TimeZone)
  const sunday = date('2026-04-05')

  expect(lordHowe.rowUntil(sunday, lordHowe.dayOf(sunday).until)).toBe(98)
  expect(lordHowe.hours).toHaveLength(25)
})
