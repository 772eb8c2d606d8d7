import { expect, test } from 'vitest'
import { isShut, openRanges } from './availability.ts'
import { between, date, days, everyDay, host, hours, inUtc, ranges, rangesInUtc } from './rules.fixture.ts'

test('a host who starts at nine in Berlin starts an hour earlier in UTC after the clocks change', () => {
  const berlin = host('Europe/Berlin', hours({ fri: '09:00-17:00', mon: '09:00-17:00' }))

  const open = openRanges(berlin, between('2026-03-27T00:00', '2026-03-31T00:00'))

  expect(rangesInUtc(open)).toEqual([
    '2026-03-27T08:00 - 2026-03-27T16:00',
    '2026-03-30T07:00 - 2026-03-30T15:00',
  ])
})

test('several ranges a day stay apart, and touching or overlapping ones join', () => {
  const kathmandu = host('Asia/Kathmandu', hours({ tue: '09:00-12:00 13:00-15:00 15:00-16:00 15:30-17:00' }))

  const open = openRanges(kathmandu, between('2026-12-01T00:00', '2026-12-02T00:00'))

  expect(rangesInUtc(open)).toEqual([
    '2026-12-01T03:15 - 2026-12-01T06:15',
    '2026-12-01T07:15 - 2026-12-01T11:15',
  ])
})

test('an evening until 24:00 joins the next morning from 00:00', () => {
  const night = host('UTC', hours({ mon: '22:00-24:00', tue: '00:00-02:00' }))

  const open = openRanges(night, between('2026-12-01T01:00', '2026-12-01T01:30'))

  expect(rangesInUtc(open)).toEqual(['2026-11-30T22:00 - 2026-12-01T02:00'])
})

test('a range comes whole, from days before the window to days after it', () => {
  const weekdays = host('UTC', everyDay('00:00-24:00').slice(0, 5))

  const open = openRanges(weekdays, between('2026-12-03T10:00', '2026-12-03T11:00'))

  expect(rangesInUtc(open)).toEqual(['2026-11-30T00:00 - 2026-12-05T00:00'])
  expect(open[0]?.gridStarts.map(inUtc)).toEqual(['2026-11-30T00:00'])
})

test('a stretch of open days far longer than a week is still found whole', () => {
  const opened = ['05', '06', '12', '13', '19', '20'].map((day) => `2026-12-${day}`)
  const overrides = opened.map((day) => ({ date: date(day), ranges: ranges('00:00-24:00') }))
  const december = host('UTC', everyDay('00:00-24:00').slice(0, 5), { overrides })

  const open = openRanges(december, between('2026-12-11T10:00', '2026-12-11T11:00'))

  expect(rangesInUtc(open)).toEqual(['2026-11-30T00:00 - 2026-12-26T00:00'])
})

test('in New York on 8 March 2026 the skipped hour holds no instants and the range runs on across it', () => {
  const newYork = host('America/New_York', hours({ sun: '01:00-05:00' }))

  const open = openRanges(newYork, between('2026-03-08T00:00', '2026-03-09T00:00'))

  expect(rangesInUtc(open)).toEqual(['2026-03-08T06:00 - 2026-03-08T09:00'])
})

test('a start inside the skipped hour moves to the instant of the change', () => {
  const newYork = host('America/New_York', hours({ sun: '02:30-05:00' }))

  const open = openRanges(newYork, between('2026-03-08T00:00', '2026-03-09T00:00'))

  expect(rangesInUtc(open)).toEqual(['2026-03-08T07:00 - 2026-03-08T09:00'])
})

test('an end inside the skipped hour moves to the instant of the change', () => {
  const newYork = host('America/New_York', hours({ sun: '00:00-02:30' }))

  const open = openRanges(newYork, between('2026-03-08T00:00', '2026-03-09T00:00'))

  expect(rangesInUtc(open)).toEqual(['2026-03-08T05:00 - 2026-03-08T07:00'])
})

test('hours that lie inside the skipped hour hold nothing that day', () => {
  const newYork = host('America/New_York', hours({ sun: '02:15-02:45' }))

  const open = openRanges(newYork, between('2026-03-08T00:00', '2026-03-09T00:00'))

  expect(open).toEqual([])
})

test('in New York on 1 November 2026 the repeated hour counts twice', () => {
  const newYork = host('America/New_York', hours({ sun: '00:30-03:00' }))

  const open = openRanges(newYork, between('2026-11-01T00:00', '2026-11-02T00:00'))

  expect(rangesInUtc(open)).toEqual(['2026-11-01T04:30 - 2026-11-01T08:00'])
})

test('an end in the middle of the repeated hour splits the range in two', () => {
  const newYork = host('America/New_York', hours({ sun: '00:30-01:30' }))

  const open = openRanges(newYork, between('2026-11-01T00:00', '2026-11-02T00:00'))

  expect(rangesInUtc(open)).toEqual([
    '2026-11-01T04:30 - 2026-11-01T05:30',
    '2026-11-01T06:00 - 2026-11-01T06:30',
  ])
})

test('a start in the middle of the repeated hour splits the range in two', () => {
  const newYork = host('America/New_York', hours({ sun: '01:30-03:00' }))

  const open = openRanges(newYork, between('2026-11-01T00:00', '2026-11-02T00:00'))

  expect(rangesInUtc(open)).toEqual([
    '2026-11-01T05:30 - 2026-11-01T06:00',
    '2026-11-01T06:30 - 2026-11-01T08:00',
  ])
})

test('Lord Howe repeats half an hour in April and skips half an hour in October', () => {
  const lordHowe = host('Australia/Lord_Howe', hours({ sun: '01:00-03:00' }))

  const april = openRanges(lordHowe, between('2026-04-04T12:00', '2026-04-05T12:00'))
  const october = openRanges(lordHowe, between('2026-10-03T12:00', '2026-10-04T12:00'))

  expect(rangesInUtc(april)).toEqual(['2026-04-04T14:00 - 2026-04-04T16:30'])
  expect(rangesInUtc(october)).toEqual(['2026-10-03T14:30 - 2026-10-03T16:00'])
})

test('Beirut changes at midnight: a Saturday until 24:00 has a second last hour in October', () => {
  const beirut = host('Asia/Beirut', hours({ sat: '22:00-24:00' }))

  const open = openRanges(beirut, between('2026-10-24T00:00', '2026-10-25T12:00'))

  expect(rangesInUtc(open)).toEqual(['2026-10-24T19:00 - 2026-10-24T22:00'])
})

test('Cairo skips the first hour of a Friday: Thursday until 24:00 joins Friday from 01:00', () => {
  const cairo = host('Africa/Cairo', hours({ thu: '22:00-24:00', fri: '01:00-02:00' }))

  const open = openRanges(cairo, between('2026-04-23T00:00', '2026-04-25T00:00'))

  expect(rangesInUtc(open)).toEqual(['2026-04-23T20:00 - 2026-04-23T23:00'])
})

test('an override replaces the whole of its host-local day', () => {
  const overrides = [{ date: date('2026-12-01'), ranges: ranges('14:00-15:00 18:00-19:00') }]
  const kolkata = host('Asia/Kolkata', everyDay('11:00-20:00'), { overrides })

  const open = openRanges(kolkata, between('2026-12-01T00:00', '2026-12-02T12:00'))

  expect(rangesInUtc(open)).toEqual([
    '2026-12-01T08:30 - 2026-12-01T09:30',
    '2026-12-01T12:30 - 2026-12-01T13:30',
    '2026-12-02T05:30 - 2026-12-02T14:30',
  ])
})

test('an override cuts off at midnight what the evening before would run on into', () => {
  const overrides = [{ date: date('2026-12-01'), ranges: ranges('09:00-10:00') }]
  const night = host('UTC', hours({ mon: '22:00-24:00', tue: '00:00-02:00' }), { overrides })

  const open = openRanges(night, between('2026-11-30T12:00', '2026-12-02T00:00'))

  expect(rangesInUtc(open)).toEqual([
    '2026-11-30T22:00 - 2026-12-01T00:00',
    '2026-12-01T09:00 - 2026-12-01T10:00',
  ])
})

test('an override opens a public holiday, a day off beats the override, and a closure beats both', () => {
  const opened = ['2026-12-24', '2026-12-25', '2026-12-26']
  const kolkata = host('UTC', everyDay('09:00-17:00'), {
    overrides: opened.map((day) => ({ date: date(day), ranges: ranges('10:00-11:00') })),
    holidays: [date('2026-12-23'), ...opened.map(date)],
    daysOff: [days('2026-12-25')],
    closures: [days('2026-12-26', '2026-12-31')],
  })

  const open = openRanges(kolkata, between('2026-12-22T00:00', '2027-01-01T00:00'))

  expect(rangesInUtc(open)).toEqual([
    '2026-12-22T09:00 - 2026-12-22T17:00',
    '2026-12-24T10:00 - 2026-12-24T11:00',
  ])
})

test('a day is shut by a day off, a closure, an unopened holiday or an override without hours, not by a free weekday', () => {
  const rules = host('UTC', hours({ mon: '09:00-17:00' }), {
    overrides: [
      { date: date('2026-12-02'), ranges: [] },
      { date: date('2026-12-03'), ranges: ranges('09:00-10:00') },
    ],
    holidays: [date('2026-12-01'), date('2026-12-03')],
    daysOff: [days('2026-12-07', '2026-12-08')],
    closures: [days('2026-12-14')],
  })

  const shut = ['01', '02', '03', '05', '06', '07', '08', '09', '14'].filter((day) =>
    isShut(rules, date(`2026-12-${day}`)),
  )

  expect(shut).toEqual(['01', '02', '07', '08', '14'])
})

test('around the clock, the grid begins again at each local midnight', () => {
  const berlin = host('Europe/Berlin', everyDay('00:00-24:00'))

  const [open, ...others] = openRanges(berlin, between('2026-03-28T12:00', '2026-03-30T12:00'))

  expect(others).toEqual([])
  expect(open?.gridStarts.map(inUtc)).toEqual(
    expect.arrayContaining(['2026-03-27T23:00', '2026-03-28T23:00', '2026-03-29T22:00']),
  )
})

test('around the clock, a range that a day off ends begins anew at the midnight after it', () => {
  const berlin = host('Europe/Berlin', everyDay('00:00-24:00'), { daysOff: [days('2026-12-02')] })

  const open = openRanges(berlin, between('2026-12-01T12:00', '2026-12-03T12:00'))

  expect(open.map(({ until }) => inUtc(until))[0]).toBe('2026-12-01T23:00')
  expect(open[1]?.gridStarts.map(inUtc).slice(0, 2)).toEqual(['2026-12-02T23:00', '2026-12-03T23:00'])
})

test('a range that ends before it starts holds nothing', () => {
  const backwards = host('UTC', hours({ tue: '17:00-09:00 12:00-12:00' }))

  expect(openRanges(backwards, between('2026-12-01T00:00', '2026-12-03T00:00'))).toEqual([])
})

test('a range that only touches the window is not in it', () => {
  const morning = host('UTC', hours({ tue: '09:00-12:00' }))

  expect(openRanges(morning, between('2026-12-01T12:00', '2026-12-01T13:00'))).toEqual([])
  expect(openRanges(morning, between('2026-12-01T08:00', '2026-12-01T09:00'))).toEqual([])
})
