import { expect, test } from 'vitest'
import type { TimeZone } from '#app/time/types.ts'
import { arrangePicker } from './picker.ts'

const berlin = 'Europe/Berlin' as TimeZone
const now = Date.parse('2026-11-22T19:00:00Z')
const slots = ['2026-11-30T22:30:00Z', '2026-11-30T23:30:00Z', '2026-12-01T09:00:00Z'].map((start) => ({
  startsAt: Date.parse(start),
  endsAt: Date.parse(start) + 30 * 60_000,
}))

test('times are shown on the day that they have where the visitor is', () => {
  const picker = arrangePicker(slots, { timeZone: berlin, date: '2026-12-01', now })

  expect(picker.day?.name).toBe('Tuesday 1 December')
  expect(picker.day?.times.map(({ words }) => words)).toEqual(['00:30', '10:00'])
})

test('without a wish it opens on the first day that has times', () => {
  const picker = arrangePicker(slots, { timeZone: berlin, now })

  expect(picker.month.name).toBe('November 2026')
  expect(picker.day?.date).toBe('2026-11-30')
})

test('one can turn to the month of the last time, and not past it', () => {
  expect(arrangePicker(slots, { timeZone: berlin, month: '2026-11', now }).month).toMatchObject({
    previous: null,
    next: '2026-12',
  })
  expect(arrangePicker(slots, { timeZone: berlin, month: '2026-12', now }).month).toMatchObject({
    previous: '2026-11',
    next: null,
  })
})

test('an empty month says where the next times are', () => {
  const later = slots.slice(2)

  const picker = arrangePicker(later, { timeZone: berlin, month: '2026-11', now })

  expect(picker.day).toBeNull()
  expect(picker.nextMonthWithTimes).toEqual({ key: '2026-12', name: 'December 2026' })
})

test('a wish that is no date is ignored', () => {
  expect(arrangePicker(slots, { timeZone: berlin, date: '2026-13-99', month: 'x', now }).day?.date).toBe(
    '2026-11-30',
  )
})

test('a day without times is named, and the next one of the month that has some is shown', () => {
  const picker = arrangePicker(slots, { timeZone: berlin, date: '2026-11-24', now })

  expect(picker.missedDay).toBe('Tuesday 24 November')
  expect(picker.day?.date).toBe('2026-11-30')
  expect(arrangePicker(slots, { timeZone: berlin, date: '2026-11-30', now }).missedDay).toBeNull()
})

test('a month before this one or after the last time is not shown', () => {
  expect(arrangePicker(slots, { timeZone: berlin, date: '2020-01-01', now }).month.key).toBe('2026-11')
  expect(arrangePicker(slots, { timeZone: berlin, month: '2027-05', now }).month.key).toBe('2026-12')
  expect(arrangePicker([], { timeZone: berlin, month: '2027-05', now }).month.key).toBe('2026-11')
})

test('a day is said with its year, because it is heard without the month above it', () => {
  const picker = arrangePicker(slots, { timeZone: berlin, date: '2026-12-01', now })

  expect(picker.weeks.flat().find((day) => day?.isChosen)).toMatchObject({
    name: 'Tuesday 1 December 2026',
    count: 2,
  })
})

test('an hour that happens twice is told apart by its abbreviation', () => {
  const repeated = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((start) => ({
    startsAt: Date.parse(start),
    endsAt: Date.parse(start) + 30 * 60_000,
  }))

  const picker = arrangePicker(repeated, { timeZone: berlin, now: Date.parse('2026-10-20T00:00:00Z') })

  expect(picker.day?.times.map(({ words }) => words)).toEqual(['02:30 CEST', '02:30 CET'])
})
