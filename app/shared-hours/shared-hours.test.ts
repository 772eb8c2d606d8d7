import { expect, test } from 'vitest'
import type { LocalTime, TimeZone } from '#app/time/types.ts'
import {
  localTimeAt,
  movedToShare,
  onTeamClock,
  sharedThroughYear,
  type Season,
  type WorkingDay,
} from './shared-hours.ts'

const now = Date.parse('2026-11-28T12:00:00Z')
const kolkata = workingDay('Asia/Kolkata', '11:00', '20:00')

function workingDay(zone: string, from: string, until: string): WorkingDay {
  return { zone: zone as TimeZone, from: from as LocalTime, until: until as LocalTime }
}

function said(season: Season): string {
  const shared = season.shared.map(({ from, until }) => `${localTimeAt(from)}-${localTimeAt(until)}`)
  return `${season.from} ${shared.join(' ') || 'none'}`
}

test('Berlin shares an hour more with Kolkata in summer, and the change of the clocks is named', () => {
  const seasons = sharedThroughYear(workingDay('Europe/Berlin', '09:00', '17:30'), kolkata, now)

  expect(seasons.map(said)).toEqual([
    '2026-11-28 09:00-15:30',
    '2027-03-28 09:00-16:30',
    '2027-10-31 09:00-15:30',
  ])
  expect(seasons.map(({ change }) => change)).toEqual([
    null,
    { date: '2027-03-28', visitor: 60, team: 0 },
    { date: '2027-10-31', visitor: -60, team: 0 },
  ])
})

test('the seasons cover a year without a hole', () => {
  const [winter, summer, autumn] = sharedThroughYear(
    workingDay('Europe/London', '09:00', '17:30'),
    kolkata,
    now,
  )

  expect([winter?.until, summer?.from]).toEqual(['2027-03-27', '2027-03-28'])
  expect([summer?.until, autumn?.from]).toEqual(['2027-10-30', '2027-10-31'])
  expect(autumn?.until).toBe('2027-11-27')
})

test('in the southern hemisphere the summer is the other way round', () => {
  const seasons = sharedThroughYear(workingDay('Australia/Sydney', '09:00', '17:30'), kolkata, now)

  expect(seasons.map(said)).toEqual([
    '2026-11-28 16:30-17:30',
    '2027-04-04 15:30-17:30',
    '2027-10-03 16:30-17:30',
  ])
})

test('a place half an hour off, which moves its clock, shares half hours', () => {
  const [summer, winter] = sharedThroughYear(workingDay('Australia/Adelaide', '09:00', '17:00'), kolkata, now)

  expect(summer && said(summer)).toBe('2026-11-28 16:00-17:00')
  expect(winter && said(winter)).toBe('2027-04-04 15:00-17:00')
})

test('Lord Howe Island moves its clock by thirty minutes only', () => {
  const [, winter] = sharedThroughYear(workingDay('Australia/Lord_Howe', '09:00', '17:30'), kolkata, now)

  expect(winter?.change).toEqual({ date: '2027-04-04', visitor: -30, team: 0 })
})

test('two places that never change their clocks have one season', () => {
  const seasons = sharedThroughYear(workingDay('Asia/Kathmandu', '10:00', '18:00'), kolkata, now)

  expect(seasons.map(said)).toEqual(['2026-11-28 11:15-18:00'])
  expect(seasons[0]?.ahead).toBe(-15)
})

test('New York at eight in the morning shares an hour and a half in winter', () => {
  const [winter] = sharedThroughYear(workingDay('America/New_York', '08:00', '16:30'), kolkata, now)

  expect(winter?.minutesADay).toBe(90)
  expect(winter?.minutesAWeek).toBe(450)
})

test('when the clocks of both sides move on different Sundays, each makes a season', () => {
  const london = workingDay('Europe/London', '09:00', '17:30')
  const seasons = sharedThroughYear(workingDay('America/New_York', '08:00', '16:30'), london, now)

  expect(seasons.map(({ from, ahead }) => [from, ahead])).toEqual([
    ['2026-11-28', 300],
    ['2027-03-14', 240],
    ['2027-03-27', 300],
    ['2027-10-30', 240],
    ['2027-11-07', 300],
  ])
  expect(seasons[2]?.change).toEqual({ date: '2027-03-28', visitor: 0, team: 60 })
})

test('two places that move their clocks at the same moment have one season', () => {
  const paris = workingDay('Europe/Paris', '09:00', '17:30')

  expect(sharedThroughYear(workingDay('Europe/London', '09:00', '17:30'), paris, now).map(said)).toEqual([
    '2026-11-28 09:00-16:30',
  ])
})

test('an evening in Los Angeles is the next morning in Kolkata, so Friday’s finds nobody', () => {
  const late = workingDay('America/Los_Angeles', '15:00', '24:00')
  const [winter] = sharedThroughYear(late, kolkata, now)

  expect(winter?.shared).toEqual([{ from: 1290, until: 1440, daysOn: 1 }])
  expect(winter?.minutesAWeek).toBe(4 * 150)
  expect(localTimeAt(onTeamClock(1290, { ahead: 810 }))).toBe('11:00')
})

test('who shares too little is shown the nearest hours of the same length that share enough all year', () => {
  const office = workingDay('America/New_York', '09:00', '17:30')
  const seasons = sharedThroughYear(office, kolkata, now)

  expect(seasons.map(({ minutesADay }) => minutesADay)).toEqual([30, 90, 30])
  expect(movedToShare(office, { team: kolkata, seasons, wanted: 120 })).toEqual({
    from: '07:30',
    until: '16:00',
  })
})

test('nobody is told to begin at half past four in the morning', () => {
  const office = workingDay('America/Los_Angeles', '09:00', '18:00')
  const seasons = sharedThroughYear(office, kolkata, now)

  expect(movedToShare(office, { team: kolkata, seasons, wanted: 120 })).toBeNull()
})
