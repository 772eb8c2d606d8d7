import { expect, test } from 'vitest'
import type { CalendarMonth } from './calendar-dates.ts'
import {
  cityOf,
  sayCalendarDate,
  sayClearTime,
  sayDate,
  sayDayAndYear,
  sayDayInYear,
  sayMoment,
  sayMonth,
  sayOffset,
  sayShortDate,
  sayTime,
  sayZone,
  zoneAbbreviation,
} from './say.ts'
import type { CalendarDate, TimeZone } from './types.ts'

const zone = (name: string) => name as TimeZone
const berlin = zone('Europe/Berlin')
const utc = (text: string) => new Date(`${text}Z`)
const december = utc('2026-12-01T09:30')

test('a moment is said with its date, its time and its place', () => {
  expect(sayMoment(december, berlin)).toBe('Tuesday 1 December 2026, 10:30 (Berlin time)')
  expect(sayMoment(december, zone('Asia/Kolkata'))).toBe('Tuesday 1 December 2026, 15:00 (Kolkata time)')
  expect(sayMoment(december, zone('UTC'))).toBe('Tuesday 1 December 2026, 09:30 (UTC)')
})

test('the two passes of a repeated hour are told apart', () => {
  expect(sayMoment(utc('2026-10-25T00:30'), berlin)).toBe('Sunday 25 October 2026, 02:30 CEST (Berlin time)')
  expect(sayMoment(utc('2026-10-25T01:30'), berlin)).toBe('Sunday 25 October 2026, 02:30 CET (Berlin time)')
  expect(sayClearTime(utc('2026-11-01T05:30'), zone('America/New_York'))).toBe('01:30 EDT')
  expect(sayClearTime(utc('2026-11-01T06:30'), zone('America/New_York'))).toBe('01:30 EST')
  expect(sayClearTime(utc('2026-04-04T14:45'), zone('Australia/Lord_Howe'))).toBe('01:45 LHDT')
  expect(sayClearTime(utc('2026-04-04T15:15'), zone('Australia/Lord_Howe'))).toBe('01:45 LHST')
  expect(sayClearTime(december, berlin)).toBe('10:30')
})

test('the year is said only when it is not this year, which is the year of the place', () => {
  const newYear = utc('2026-12-31T23:30')

  expect(sayDate(december, berlin)).toBe('Tuesday 1 December')
  expect(sayDate(december, berlin, utc('2026-11-22T12:00'))).toBe('Tuesday 1 December')
  expect(sayDate(newYear, berlin, december)).toBe('Friday 1 January 2027')
  expect(sayDate(newYear, zone('UTC'), december)).toBe('Thursday 31 December')
  expect(sayShortDate(newYear, berlin, december)).toBe('Fri 1 Jan 2027')
  expect(sayShortDate(utc('2026-09-01T12:00'), berlin)).toBe('Tue 1 Sep')
})

test('dates and months in no zone are said as they stand', () => {
  expect(sayCalendarDate('2026-03-29' as CalendarDate)).toBe('Sunday 29 March 2026')
  expect(sayDayAndYear('2026-11-22' as CalendarDate)).toBe('22 November 2026')
  expect(sayDayInYear('2026-12-01' as CalendarDate)).toBe('Tuesday 1 December')
  expect(sayMonth('2026-12' as CalendarMonth)).toBe('December 2026')
})

test('midnight is 00:00 and hours run to 23', () => {
  expect(sayTime(utc('2026-12-01T23:00'), berlin)).toBe('00:00')
  expect(sayTime(utc('2026-12-01T22:59'), berlin)).toBe('23:59')
})

test('on a clock of twelve hours midnight and noon are 12, and a repeated hour keeps its abbreviation', () => {
  const said = (text: string) =>
    sayClearTime(utc(text), zone('America/New_York'), '12').replace('\u00a0', ' ')

  expect(said('2026-12-01T05:00')).toBe('12:00 am')
  expect(said('2026-12-01T17:00')).toBe('12:00 pm')
  expect(said('2026-12-01T19:30')).toBe('2:30 pm')
  expect(said('2026-11-01T05:30')).toBe('1:30 am EDT')
  expect(said('2026-11-01T06:30')).toBe('1:30 am EST')
})

test('a zone is said by its city, as the city is written today', () => {
  expect(cityOf(zone('America/Argentina/Buenos_Aires'))).toBe('Buenos Aires')
  expect(cityOf(zone('Asia/Calcutta'))).toBe('Kolkata')
  expect(sayZone(zone('Europe/Kiev'), december)).toBe('Kyiv time')
  expect(sayZone(zone('Etc/UTC'), december)).toBe('UTC')
  expect(sayZone(zone('Etc/GMT+5'), december)).toBe('UTC-5')
})

test('offsets follow the season and show minutes only where there are any', () => {
  expect(sayOffset(berlin, december)).toBe('UTC+1')
  expect(sayOffset(berlin, utc('2026-07-01T12:00'))).toBe('UTC+2')
  expect(sayOffset(zone('Asia/Kathmandu'), december)).toBe('UTC+5:45')
  expect(sayOffset(zone('America/St_Johns'), december)).toBe('UTC-3:30')
  expect(sayOffset(zone('UTC'), december)).toBe('UTC+0')
})

test('a zone without letters in common use is abbreviated by its offset', () => {
  expect(zoneAbbreviation(berlin, december)).toBe('CET')
  expect(zoneAbbreviation(zone('Europe/London'), utc('2026-07-01T12:00'))).toBe('BST')
  expect(zoneAbbreviation(zone('Asia/Kathmandu'), december)).toBe('UTC+5:45')
})
