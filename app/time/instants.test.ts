import { expect, test } from 'vitest'
import { dateIn, instantsAt, isRepeated, startOfDay, timeIn } from './instants.ts'
import { minutesOf } from './local-times.ts'
import type { CalendarDate, LocalTime, TimeZone } from './types.ts'

const zone = (name: string) => name as TimeZone
const utc = (text: string) => Date.parse(`${text}Z`)
const inUtc = (at: number) => new Date(at).toISOString().slice(0, 16)
const instantsOf = (date: string, time: string, name: string) =>
  instantsAt(date as CalendarDate, time as LocalTime, zone(name)).map(inUtc)
const dayStarts = (date: string, name: string) => inUtc(startOfDay(date as CalendarDate, zone(name)))

test('an ordinary time has one instant', () => {
  expect(instantsOf('2026-12-01', '10:30', 'Europe/Berlin')).toEqual(['2026-12-01T09:30'])
  expect(instantsOf('2026-12-01', '00:00', 'Asia/Kolkata')).toEqual(['2026-11-30T18:30'])
  expect(instantsOf('2026-12-01', '24:00', 'Pacific/Kiritimati')).toEqual(['2026-12-01T10:00'])
  expect(instantsOf('2026-12-01', '23:59', 'Pacific/Pago_Pago')).toEqual(['2026-12-02T10:59'])
})

test('a time that a clock change skips has none', () => {
  expect(instantsOf('2026-03-29', '02:30', 'Europe/Berlin')).toEqual([])
  expect(instantsOf('2026-03-08', '02:00', 'America/New_York')).toEqual([])
  expect(instantsOf('2026-03-08', '03:00', 'America/New_York')).toEqual(['2026-03-08T07:00'])
  expect(instantsOf('2026-10-04', '02:15', 'Australia/Lord_Howe')).toEqual([])
})

test('a time that happens twice has two, the earlier first', () => {
  expect(instantsOf('2026-10-25', '02:30', 'Europe/Berlin')).toEqual(['2026-10-25T00:30', '2026-10-25T01:30'])
  expect(instantsOf('2026-11-01', '01:00', 'America/New_York')).toEqual([
    '2026-11-01T05:00',
    '2026-11-01T06:00',
  ])
  expect(instantsOf('2026-11-01', '02:00', 'America/New_York')).toEqual(['2026-11-01T07:00'])
  expect(instantsOf('2026-04-05', '01:45', 'Australia/Lord_Howe')).toEqual([
    '2026-04-04T14:45',
    '2026-04-04T15:15',
  ])
})

test('only the times of a repeated hour are repeated', () => {
  expect(isRepeated(utc('2026-10-25T00:00'), zone('Europe/Berlin'))).toBe(true)
  expect(isRepeated(utc('2026-10-25T01:59'), zone('Europe/Berlin'))).toBe(true)
  expect(isRepeated(utc('2026-10-24T23:59'), zone('Europe/Berlin'))).toBe(false)
  expect(isRepeated(utc('2026-10-25T02:00'), zone('Europe/Berlin'))).toBe(false)
})

test('a date begins at its first instant, even where the clock skips midnight or repeats it', () => {
  expect(dayStarts('2026-12-01', 'Asia/Kathmandu')).toBe('2026-11-30T18:15')
  expect(dayStarts('2026-03-29', 'Asia/Beirut')).toBe('2026-03-28T22:00')
  expect(dayStarts('2026-04-24', 'Africa/Cairo')).toBe('2026-04-23T22:00')
  expect(dayStarts('2026-03-08', 'America/Havana')).toBe('2026-03-08T05:00')
  expect(dayStarts('2026-11-01', 'America/Havana')).toBe('2026-11-01T04:00')
  expect(dayStarts('2026-10-25', 'Asia/Beirut')).toBe('2026-10-24T22:00')
})

test('a moment reads as the date and time of the place', () => {
  const moment = utc('2026-12-31T20:15:59')

  expect([dateIn(moment, zone('Asia/Kolkata')), timeIn(moment, zone('Asia/Kolkata'))]).toEqual([
    '2027-01-01',
    '01:45',
  ])
  expect([dateIn(moment, zone('America/New_York')), timeIn(moment, zone('America/New_York'))]).toEqual([
    '2026-12-31',
    '15:15',
  ])
})

test('a wall clock counts minutes from its midnight', () => {
  expect(minutesOf('00:00' as LocalTime)).toBe(0)
  expect(minutesOf('09:30' as LocalTime)).toBe(570)
  expect(minutesOf('24:00' as LocalTime)).toBe(1440)
})
