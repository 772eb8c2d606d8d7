import { expect, test } from 'vitest'
import {
  between,
  busy,
  date,
  days,
  everyDay,
  host,
  hours,
  meeting,
  startsInUtc,
  utc,
} from './rules.fixture.ts'
import { blockedRange, isBookable, slotsOf, whyNot } from './slots.ts'

const longAgo = utc('2026-01-01T00:00')
const tuesday = { ...between('2026-12-01T00:00', '2026-12-02T00:00'), now: longAgo }
const morning = host('UTC', hours({ tue: '09:00-11:00' }))

test('the grid hangs on the start of the range and a meeting must fit to its end', () => {
  const oddStart = host('UTC', hours({ tue: '09:10-11:00' }))

  const slots = slotsOf(oddStart, meeting({ minutes: 30, stepMinutes: 20 }), busy(), tuesday)

  expect(startsInUtc(slots).map((start) => start.slice(11))).toEqual([
    '09:10',
    '09:30',
    '09:50',
    '10:10',
    '10:30',
  ])
  expect(slots[0]).toEqual({ startsAt: utc('2026-12-01T09:10'), endsAt: utc('2026-12-01T09:40') })
})

test('what is asked for cuts the starts, not the grid', () => {
  const asked = { ...between('2026-12-01T09:35', '2026-12-01T10:30'), now: longAgo }

  const slots = slotsOf(morning, meeting(), busy(), asked)

  expect(startsInUtc(slots)).toEqual(['2026-12-01T10:00'])
})

test('Kathmandu hours give quarter hours in UTC', () => {
  const kathmandu = host('Asia/Kathmandu', hours({ tue: '09:00-10:00' }))

  expect(startsInUtc(slotsOf(kathmandu, meeting(), busy(), tuesday))).toEqual([
    '2026-12-01T03:15',
    '2026-12-01T03:45',
  ])
})

test('a meeting may run across midnight when the ranges join', () => {
  const night = host('UTC', hours({ mon: '23:00-24:00', tue: '00:00-01:00' }))
  const asked = { ...between('2026-11-30T00:00', '2026-12-02T00:00'), now: longAgo }

  const slots = slotsOf(night, meeting({ minutes: 90 }), busy(), asked)

  expect(startsInUtc(slots)).toEqual(['2026-11-30T23:00', '2026-11-30T23:30'])
})

test('in New York on 8 March 2026 half past two is not offered', () => {
  const newYork = host('America/New_York', hours({ sun: '01:00-05:00' }))
  const asked = { ...between('2026-03-08T00:00', '2026-03-09T00:00'), now: longAgo }

  const slots = slotsOf(newYork, meeting(), busy(), asked)

  expect(startsInUtc(slots)).toEqual([
    '2026-03-08T06:00', // 01:00 EST
    '2026-03-08T06:30', // 01:30 EST
    '2026-03-08T07:00', // 03:00 EDT
    '2026-03-08T07:30',
    '2026-03-08T08:00',
    '2026-03-08T08:30', // 04:30 EDT
  ])
})

test('in New York on 1 November 2026 half past one is offered twice', () => {
  const newYork = host('America/New_York', hours({ sun: '00:30-03:00' }))
  const asked = { ...between('2026-11-01T00:00', '2026-11-02T00:00'), now: longAgo }

  const slots = slotsOf(newYork, meeting(), busy(), asked)

  expect(startsInUtc(slots)).toEqual([
    '2026-11-01T04:30', // 00:30 EDT
    '2026-11-01T05:00', // 01:00 EDT
    '2026-11-01T05:30', // 01:30 EDT
    '2026-11-01T06:00', // 01:00 EST
    '2026-11-01T06:30', // 01:30 EST
    '2026-11-01T07:00', // 02:00 EST
    '2026-11-01T07:30', // 02:30 EST
  ])
})

test('each piece of a range that a repeated hour splits begins its own grid', () => {
  const newYork = host('America/New_York', hours({ sun: '01:20-02:00' }))
  const asked = { ...between('2026-11-01T00:00', '2026-11-02T00:00'), now: longAgo }

  const slots = slotsOf(newYork, meeting({ minutes: 20, stepMinutes: 20 }), busy(), asked)

  expect(startsInUtc(slots).map((start) => start.slice(11))).toEqual(['05:20', '05:40', '06:20', '06:40'])
})

test('around the clock, the last start before midnight may run over it and the grid begins anew at 00:00', () => {
  const always = host('Europe/Berlin', everyDay('00:00-24:00'))
  const asked = { ...between('2026-12-01T22:00', '2026-12-02T01:00'), now: longAgo }

  const slots = slotsOf(always, meeting({ minutes: 50, stepMinutes: 50 }), busy(), asked)

  // 23:20 in Berlin, then 00:00, 00:50 and 01:40 of the next day
  expect(startsInUtc(slots)).toEqual([
    '2026-12-01T22:20',
    '2026-12-01T23:00',
    '2026-12-01T23:50',
    '2026-12-02T00:40',
  ])
})

test('around the clock, even a meeting of three days fits', () => {
  const always = host('UTC', everyDay('00:00-24:00'))
  const asked = { ...between('2026-12-01T00:00', '2026-12-01T01:00'), now: longAgo }

  const slots = slotsOf(always, meeting({ minutes: 3 * 1440 }), busy(), asked)

  expect(startsInUtc(slots)).toEqual(['2026-12-01T00:00', '2026-12-01T00:30'])
})

test('24 hours from Monday to Friday keep one grid from Monday 00:00', () => {
  const weekdays = host('UTC', everyDay('00:00-24:00').slice(0, 5))
  const asked = { ...between('2026-12-01T00:00', '2026-12-01T02:00'), now: longAgo }

  const slots = slotsOf(weekdays, meeting({ minutes: 50, stepMinutes: 50 }), busy(), asked)

  // Monday has 28 steps of 50 minutes and 40 minutes of the 29th, so Tuesday's first start is 00:10
  expect(startsInUtc(slots)).toEqual(['2026-12-01T00:10', '2026-12-01T01:00', '2026-12-01T01:50'])
})

test('a booking takes its starts away and does not move the grid', () => {
  const booked = busy({ blocked: [between('2026-12-01T09:10', '2026-12-01T09:40')] })

  expect(startsInUtc(slotsOf(morning, meeting(), booked, tuesday))).toEqual([
    '2026-12-01T10:00',
    '2026-12-01T10:30',
  ])
})

test('meetings that touch do not overlap', () => {
  const booked = busy({ blocked: [between('2026-12-01T09:30', '2026-12-01T10:00')] })

  expect(startsInUtc(slotsOf(morning, meeting(), booked, tuesday))).toEqual([
    '2026-12-01T09:00',
    '2026-12-01T10:00',
    '2026-12-01T10:30',
  ])
})

test('buffers add up: the booking keeps its own and the new meeting brings its own', () => {
  const type = meeting({ stepMinutes: 10, bufferBeforeMinutes: 10, bufferAfterMinutes: 20 })
  const { from, until } = blockedRange(utc('2026-12-01T09:50'), type)

  const slots = slotsOf(morning, type, busy({ blocked: [{ from, until }] }), tuesday)

  // Blocked are 09:40 to 10:40, so no start with 10 minutes before and 50 after fits ahead; 10:50 would run past 11:00
  expect([from, until]).toEqual([utc('2026-12-01T09:40'), utc('2026-12-01T10:40')])
  expect(slots).toEqual([])
})

test('an external event is kept clear of by the new meeting’s buffers only', () => {
  const type = meeting({ stepMinutes: 10, bufferBeforeMinutes: 10, bufferAfterMinutes: 20 })

  const slots = slotsOf(
    morning,
    type,
    busy({ external: [between('2026-12-01T09:50', '2026-12-01T10:20')] }),
    tuesday,
  )

  expect(startsInUtc(slots)).toEqual(['2026-12-01T09:00', '2026-12-01T10:30'])
})

test('buffers do not shrink working hours', () => {
  const type = meeting({ bufferBeforeMinutes: 60, bufferAfterMinutes: 60 })

  expect(startsInUtc(slotsOf(morning, type, busy(), tuesday))).toHaveLength(4)
})

test('a booking just outside what is asked for still counts through its buffers', () => {
  const type = meeting({ bufferBeforeMinutes: 30 })
  const asked = { ...between('2026-12-01T09:30', '2026-12-01T10:30'), now: longAgo }

  const slots = slotsOf(
    morning,
    type,
    busy({ blocked: [between('2026-12-01T08:00', '2026-12-01T09:01')] }),
    asked,
  )

  expect(startsInUtc(slots)).toEqual(['2026-12-01T10:00'])
})

test('busy times need no order and may overlap', () => {
  const booked = busy({
    blocked: [
      between('2026-12-01T10:30', '2026-12-01T11:00'),
      between('2026-12-01T09:00', '2026-12-01T09:30'),
    ],
    external: [
      between('2026-12-01T08:00', '2026-12-01T09:15'),
      between('2026-12-01T12:00', '2026-12-01T12:00'),
    ],
  })

  expect(startsInUtc(slotsOf(morning, meeting(), booked, tuesday))).toEqual([
    '2026-12-01T09:30',
    '2026-12-01T10:00',
  ])
})

test('notice holds to the second', () => {
  const fourHours = meeting({ noticeMinutes: 240 })
  const onTime = { start: utc('2026-12-01T09:00'), now: utc('2026-12-01T05:00:00') }
  const late = { start: utc('2026-12-01T09:00'), now: utc('2026-12-01T05:00:01') }

  expect(whyNot(morning, fourHours, busy(), onTime)).toBeNull()
  expect(whyNot(morning, fourHours, busy(), late)).toBe('notice')
  expect(startsInUtc(slotsOf(morning, fourHours, busy(), { ...tuesday, now: late.now }))[0]).toBe(
    '2026-12-01T09:30',
  )
})

test('a window of three days counts today and is cut at midnight in the host’s zone', () => {
  const kolkata = host('Asia/Kolkata', everyDay('00:00-24:00'))
  const threeDays = meeting({ window: { kind: 'days', days: 3 }, minutes: 60, stepMinutes: 60 })
  const now = utc('2026-12-01T18:00') // 23:30 on 1 December in Kolkata

  const slots = slotsOf(kolkata, threeDays, busy(), {
    ...between('2026-12-01T00:00', '2026-12-09T00:00'),
    now,
  })

  // 4 December begins in Kolkata at 18:30 UTC on the 3rd; the last meeting may end after that midnight
  expect(startsInUtc(slots).at(0)).toBe('2026-12-01T18:30')
  expect(startsInUtc(slots).at(-1)).toBe('2026-12-03T17:30')
})

test('the start lies inside the window and the meeting may end after it', () => {
  const always = host('UTC', everyDay('00:00-24:00'))
  const today = meeting({ window: { kind: 'days', days: 1 }, minutes: 120 })
  const now = utc('2026-12-01T12:00')

  expect(whyNot(always, today, busy(), { start: utc('2026-12-01T23:30'), now })).toBeNull()
  expect(whyNot(always, today, busy(), { start: utc('2026-12-02T00:00'), now })).toBe('window')
})

test('two business days from a Saturday are the next Monday and Tuesday', () => {
  const always = host('UTC', everyDay('09:00-17:00'))
  const twoDays = meeting({ window: { kind: 'business-days', days: 2 } })
  const now = utc('2026-12-05T08:00')

  expect(whyNot(always, twoDays, busy(), { start: utc('2026-12-08T16:30'), now })).toBeNull()
  expect(whyNot(always, twoDays, busy(), { start: utc('2026-12-09T09:00'), now })).toBe('window')
})

test('business days pass over holidays and closures, not over the host’s own days off', () => {
  const december = host('UTC', everyDay('09:00-17:00'), {
    holidays: [date('2026-12-02')],
    closures: [days('2026-12-03')],
    daysOff: [days('2026-12-04')],
  })
  const threeDays = meeting({ window: { kind: 'business-days', days: 3 } })
  const now = utc('2026-12-01T08:00') // Tuesday, day 1; Friday the 4th is day 2, Monday the 7th day 3

  expect(whyNot(december, threeDays, busy(), { start: utc('2026-12-07T16:30'), now })).toBeNull()
  expect(whyNot(december, threeDays, busy(), { start: utc('2026-12-08T09:00'), now })).toBe('window')
})

test('a fixed window includes both its dates', () => {
  const always = host('Europe/Berlin', everyDay('00:00-24:00'))
  const fixed = meeting({
    minutes: 60,
    stepMinutes: 60,
    window: { kind: 'dates', ...days('2026-12-10', '2026-12-11') },
  })
  const asked = { ...between('2026-12-01T00:00', '2026-12-31T00:00'), now: longAgo }

  const slots = startsInUtc(slotsOf(always, fixed, busy(), asked))

  expect([slots.at(0), slots.at(-1), slots.length]).toEqual(['2026-12-09T23:00', '2026-12-11T22:00', 48])
})

test('a refused start names the first reason that holds', () => {
  const rules = host('UTC', hours({ tue: '09:00-11:00', thu: '09:00-11:00' }), {
    daysOff: [days('2026-12-03')],
  })
  const type = meeting({ noticeMinutes: 240, window: { kind: 'days', days: 9 } })
  const booked = busy({ blocked: [between('2026-12-08T09:00', '2026-12-08T09:30')] })
  const reasonFor = (start: string) =>
    whyNot(rules, type, booked, { start: utc(start), now: utc('2026-12-01T06:00') })

  expect(reasonFor('2026-12-01T05:59')).toBe('past')
  expect(reasonFor('2026-12-01T06:00')).toBe('notice') // this very moment is not past
  expect(reasonFor('2026-12-01T09:00')).toBe('notice')
  expect(reasonFor('2026-12-10T09:00')).toBe('window')
  expect(reasonFor('2026-12-03T09:00')).toBe('closed')
  expect(reasonFor('2026-12-02T09:00')).toBe('hours') // a Wednesday, on which this host has none
  expect(reasonFor('2026-12-08T08:30')).toBe('hours')
  expect(reasonFor('2026-12-08T10:45')).toBe('hours') // begins inside, ends outside
  expect(reasonFor('2026-12-08T09:15')).toBe('grid')
  expect(reasonFor('2026-12-08T09:00')).toBe('taken')
  expect(reasonFor('2026-12-08T09:30')).toBeNull()
})

test('a meeting that runs into a shut day does not fit the hours', () => {
  const always = host('UTC', everyDay('00:00-24:00'), { closures: [days('2026-12-02')] })
  const asked = { start: utc('2026-12-01T23:30'), now: longAgo }

  expect(whyNot(always, meeting({ minutes: 60 }), busy(), asked)).toBe('hours')
  expect(whyNot(always, meeting({ minutes: 30 }), busy(), asked)).toBeNull()
})

test('a millisecond off the grid is off the grid', () => {
  const start = utc('2026-12-01T09:00')

  expect(isBookable(morning, meeting(), busy(), { start, now: longAgo })).toBe(true)
  expect(whyNot(morning, meeting(), busy(), { start: start + 1, now: longAgo })).toBe('grid')
})

test('an empty or backward question has no slots', () => {
  const { from, until } = tuesday

  expect(slotsOf(morning, meeting(), busy(), { from, until: from, now: longAgo })).toEqual([])
  expect(slotsOf(morning, meeting(), busy(), { from: until, until: from, now: longAgo })).toEqual([])
})

test('a grid that does not step is refused rather than walked for ever', () => {
  expect(() => slotsOf(morning, meeting({ stepMinutes: 0 }), busy(), tuesday)).toThrow(RangeError)
})
