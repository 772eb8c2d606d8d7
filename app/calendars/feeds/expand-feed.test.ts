import { expect, test, vi } from 'vitest'
import type { TimeZone } from '#app/time/types.ts'
import { expandFeed } from './expand-feed.ts'
import { appleFeed, calendarOf, eventOf, googleFeed, outlookFeed } from './feeds.fixture.ts'

// A machine that is busy with other things takes its time.
vi.setConfig({ testTimeout: 30_000 })

const berlin = 'Europe/Berlin' as TimeZone

/** What a file blocks from 22 November 2026 on, in UTC: `'12-01 09:00/09:30'`, and with the date of the end if that is another. */
function blocked(text: string, about: { zone?: string; until?: string } = {}): string[] {
  const { zone = berlin, until = '2027-12-27' } = about
  const expanded = expandFeed(text, {
    zone: zone as TimeZone,
    horizon: { from: Date.parse('2026-11-22'), until: Date.parse(until) },
    ownDomain: 'benchline.example',
  })
  if (!expanded.ok) throw new Error(expanded.reason)
  return expanded.value.map(({ from, until: end }) => {
    const [start, stop] = [from, end].map((at) => new Date(at).toISOString().slice(5, 16).replace('T', ' '))
    return `${start}/${stop?.slice(0, 5) === start?.slice(0, 5) ? stop?.slice(6) : stop}`
  })
}

function refusalOf(text: string) {
  const expanded = expandFeed(text, {
    zone: berlin,
    horizon: { from: Date.parse('2026-11-22'), until: Date.parse('2027-12-27') },
    ownDomain: 'benchline.example',
  })
  return expanded.ok ? null : expanded.reason
}

const december = { until: '2027-01-01' }

test('a calendar of Google blocks its weekly meeting, with the moved and the dropped one, and whole days', () => {
  expect(blocked(googleFeed, december)).toEqual([
    '11-23 08:00/08:30',
    '11-30 08:00/08:30',
    '12-03 13:00/14:00',
    '12-04 23:00/12-06 23:00',
    '12-08 13:00/13:30',
    '12-21 08:00/08:30',
    '12-28 08:00/08:30',
  ])
})

test('a meeting at nine in Berlin is an hour earlier in UTC once the clocks have changed', () => {
  const aroundSummer = blocked(googleFeed).filter((time) => /^03-(22|29)/.test(time))

  expect(aroundSummer).toEqual(['03-22 08:00/08:30', '03-29 07:00/07:30'])
})

test('a calendar of Outlook blocks by the rules that its Windows zone brings along', () => {
  expect(blocked(outlookFeed)).toEqual([
    '12-07 14:00/15:00',
    '02-01 14:00/15:00',
    '03-01 14:00/15:00',
    '04-05 13:00/14:00',
  ])
})

test('a calendar of Apple blocks by duration, by period and by the host’s clock where it names no zone', () => {
  expect(blocked(appleFeed)).toEqual([
    '11-30 13:00/13:45',
    '12-01 13:00/13:45',
    '12-01 17:00/18:00',
    '12-03 13:00/13:45',
    '12-04 13:00/13:45',
    '12-05 01:00/02:00',
    '12-06 01:00/03:00',
    '12-07 01:00/01:30',
  ])
})

test('days and times without a zone are the host’s', () => {
  const text = calendarOf(
    eventOf('DTSTART;VALUE=DATE:20261201'),
    eventOf('DTSTART:20261203T090000', 'DTEND:20261203T100000'),
  )

  expect(blocked(text, { zone: 'Asia/Kolkata' })).toEqual(['11-30 18:30/12-01 18:30', '12-03 03:30/04:30'])
})

test('a day of twenty-five hours is blocked whole', () => {
  const text = calendarOf(eventOf('DTSTART;VALUE=DATE:20271031', 'DTEND;VALUE=DATE:20271101'))

  expect(blocked(text)).toEqual(['10-30 22:00/10-31 23:00'])
})

test('a zone that the file does not define is looked up by its name, whatever stands before it', () => {
  const nine = (tzid: string) =>
    blocked(calendarOf(eventOf(`DTSTART;TZID=${tzid}:20261201T090000`, 'DURATION:PT1H')))

  expect(nine('Asia/Tokyo')).toEqual(['12-01 00:00/01:00'])
  expect(nine('/freeassociation.sourceforge.net/Asia/Tokyo')).toEqual(['12-01 00:00/01:00'])
  expect(nine('/citadel.org/20210210_1/America/Argentina/Buenos_Aires')).toEqual(['12-01 12:00/13:00'])
  expect(nine('UTC')).toEqual(['12-01 09:00/10:00'])
})

test('a zone that nobody knows is taken for the host’s', () => {
  const text = calendarOf(eventOf('DTSTART;TZID=Somewhere Standard Time:20261201T090000', 'DURATION:PT1H'))

  expect(blocked(text)).toEqual(['12-01 08:00/09:00'])
})

test('a zone defined in one file is not known in the next', () => {
  const own = `BEGIN:VTIMEZONE
TZID:Somewhere Standard Time
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:-0900
TZOFFSETTO:-0900
END:STANDARD
END:VTIMEZONE`
  const event = eventOf('DTSTART;TZID=Somewhere Standard Time:20261201T090000', 'DURATION:PT1H')

  expect(blocked(calendarOf(own, event))).toEqual(['12-01 18:00/19:00'])
  expect(blocked(calendarOf(event))).toEqual(['12-01 08:00/09:00'])
})

test('a start in the hour that spring skips is as long after the change; one in the repeated hour is the first', () => {
  const text = calendarOf(
    eventOf('DTSTART;TZID=Europe/Berlin:20270328T023000', 'DURATION:PT10M'),
    eventOf('DTSTART;TZID=Europe/Berlin:20271031T023000', 'DURATION:PT10M'),
  )

  expect(blocked(text)).toEqual(['03-28 01:30/01:40', '10-31 00:30/00:40'])
})

test('the end of a meeting may be in another zone than its start', () => {
  const text = calendarOf(
    eventOf('DTSTART;TZID=Asia/Kolkata:20261201T100000', 'DTEND;TZID=Europe/London:20261201T110000'),
  )

  expect(blocked(text)).toEqual(['12-01 04:30/11:00'])
})

test('what is free, cancelled or of no length blocks nothing', () => {
  const when = ['DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z']
  const text = calendarOf(
    eventOf(...when, 'TRANSP:TRANSPARENT'),
    eventOf(...when, 'STATUS:CANCELLED'),
    eventOf(...when, 'transp:transparent'),
    eventOf('DTSTART:20261201T090000Z'),
    eventOf('DTSTART:20261201T090000Z', 'DTEND:20261201T090000Z'),
    eventOf('DTSTART:20261201T090000Z', 'DTEND:20261201T080000Z'),
    eventOf('DTSTART:20261201T090000Z', 'DURATION:-PT1H'),
  )

  expect(blocked(text)).toEqual([])
})

test('an exception marked as free frees its time; of a free series it takes time', () => {
  const series = (uid: string, transparency: string, exception: string) => [
    eventOf(
      `UID:${uid}`,
      'DTSTART:20261201T090000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;COUNT=2',
      transparency,
    ),
    eventOf(
      `UID:${uid}`,
      'RECURRENCE-ID:20261202T090000Z',
      'DTSTART:20261202T090000Z',
      'DURATION:PT1H',
      exception,
    ),
  ]

  expect(blocked(calendarOf(...series('a', 'TRANSP:OPAQUE', 'TRANSP:TRANSPARENT')))).toEqual([
    '12-01 09:00/10:00',
  ])
  expect(blocked(calendarOf(...series('a', 'TRANSP:TRANSPARENT', 'TRANSP:OPAQUE')))).toEqual([
    '12-02 09:00/10:00',
  ])
})

test('an exception or a dropped date may be named in UTC or by its day', () => {
  const daily = [
    'UID:s',
    'DTSTART;TZID=Europe/Berlin:20261201T090000',
    'DURATION:PT1H',
    'RRULE:FREQ=DAILY;COUNT=4',
  ]
  const text = calendarOf(
    eventOf(...daily, 'EXDATE:20261202T080000Z', 'EXDATE;VALUE=DATE:20261203'),
    eventOf('UID:s', 'RECURRENCE-ID:20261204T080000Z', 'DTSTART:20261204T200000Z', 'DURATION:PT1H'),
  )

  expect(blocked(text)).toEqual(['12-01 08:00/09:00', '12-04 20:00/21:00'])
})

test('an invitation to one time of somebody’s series is an event like any other', () => {
  const text = calendarOf(
    eventOf('UID:theirs', 'RECURRENCE-ID:20261201T090000Z', 'DTSTART:20261201T090000Z', 'DURATION:PT1H'),
  )

  expect(blocked(text)).toEqual(['12-01 09:00/10:00'])
})

test('our own bookings, of which a subscribed calendar has a copy, block nothing', () => {
  const when = ['DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z']
  const text = calendarOf(
    eventOf('UID:0123abcd@benchline.example', ...when),
    eventOf('UID:0123ABCD@BENCHLINE.EXAMPLE', ...when),
    eventOf('UID:someone@elsewhere-benchline.example', 'DTSTART:20261202T090000Z', 'DURATION:PT1H'),
  )

  expect(blocked(text)).toEqual(['12-02 09:00/10:00'])
})

test('whole days repeat by date, and UNTIL includes its day', () => {
  const text = calendarOf(
    eventOf('DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261202', 'RRULE:FREQ=WEEKLY;UNTIL=20261215'),
    eventOf(
      'DTSTART;TZID=Europe/Berlin:20261202T230000',
      'DURATION:PT30M',
      'RRULE:FREQ=DAILY;UNTIL=20261203T220000Z',
    ),
  )

  expect(blocked(text)).toEqual([
    '11-30 23:00/12-01 23:00',
    '12-02 22:00/22:30',
    '12-03 22:00/22:30',
    '12-07 23:00/12-08 23:00',
    '12-14 23:00/12-15 23:00',
  ])
})

test('every second Thursday since long ago is still on the right Thursdays', () => {
  const text = calendarOf(
    eventOf(
      'DTSTART;TZID=Europe/Berlin:20110106T150000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
    ),
  )

  // 6 January 2011 is a Thursday; 26 November 2026 is 5,803 days later, 829 weeks: odd, so the one after.
  expect(blocked(text, december)).toEqual(['12-03 14:00/15:00', '12-17 14:00/15:00', '12-31 14:00/15:00'])
})

test('the last workday of each month', () => {
  const text = calendarOf(
    eventOf(
      'DTSTART:20260130T160000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    ),
  )

  expect(blocked(text, { until: '2027-03-01' })).toEqual([
    '11-30 16:00/17:00',
    '12-31 16:00/17:00',
    '01-29 16:00/17:00',
    '02-26 16:00/17:00',
  ])
})

test('an event that began before the horizon blocks what is left of it', () => {
  const text = calendarOf(eventOf('DTSTART:20261101T000000Z', 'DTEND:20261124T000000Z'))

  expect(blocked(text)).toEqual(['11-01 00:00/11-24 00:00'])
})

test('one event that cannot be read does not spoil the others', () => {
  const good = eventOf('DTSTART:20261201T090000Z', 'DURATION:PT1H')
  const text = calendarOf(
    eventOf('DTSTART:yesterday', 'DURATION:PT1H'),
    eventOf('DTSTART:20261301T250000Z', 'DURATION:P1X'),
    eventOf('DURATION:PT1H'),
    eventOf('DTSTART:20261202T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=SOMETIMES'),
    eventOf('RRULE', 'DTSTART;TZID="broken:20261201T090000'),
    'BEGIN:VEVENT\nDTSTART:20261205T090000Z',
    good,
  )

  expect(blocked(text)).toEqual(['12-01 09:00/10:00'])
})

test('a rule that cannot be followed still blocks its first time', () => {
  const never = ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=MONTHLY;BYDAY=9MO']
  const text = calendarOf(
    ...never.map((rule) => eventOf('DTSTART:20261201T090000Z', 'DURATION:PT1H', `RRULE:${rule}`)),
  )

  expect(blocked(text)).toEqual(['12-01 09:00/10:00'])
})

test('line ends, byte order marks and letter case of the file do not matter', () => {
  const text = calendarOf(eventOf('dtstart:20261201T090000Z', 'duration:PT1H'))

  expect(blocked(`\uFEFF${text}`)).toHaveLength(1)
  expect(blocked(text.replaceAll('\r\n', '\n'))).toHaveLength(1)
  expect(blocked(text.replaceAll('\r\n', '\r'))).toHaveLength(1)
  expect(blocked(text.replace('BEGIN:VCALENDAR', 'begin:vcalendar'))).toHaveLength(1)
})

test('a text that is no calendar, or not all of one, is refused', () => {
  expect(refusalOf('<!doctype html><title>Sign in</title>')).toBe('web-page')
  expect(refusalOf('')).toBe('no-calendar')
  expect(refusalOf('{"events":[]}')).toBe('no-calendar')
  expect(refusalOf(googleFeed.slice(0, 2000))).toBe('incomplete')
})

test('a calendar without events blocks nothing', () => {
  expect(blocked(calendarOf())).toEqual([])
})

test('a rule that repeats every minute for ever is too much, and soon found to be', () => {
  const text = calendarOf(
    eventOf('DTSTART:20200101T000000Z', 'DURATION:PT1M', 'RRULE:FREQ=MINUTELY;INTERVAL=2'),
  )

  expect(refusalOf(text)).toBe('too-much')
})

test('a file of rules that never come true is given up before it takes long', () => {
  const never = 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'
  const events = Array.from({ length: 5000 }, (_, i) =>
    eventOf(`UID:${i}`, 'DTSTART:20200101T000000Z', 'DURATION:PT1M', never),
  )
  const startedAt = performance.now()

  expect(refusalOf(calendarOf(...events))).toBe('too-much')
  expect(performance.now() - startedAt).toBeLessThan(20_000)
})

test('a zone whose rule never ends is given up too', () => {
  const zone = `BEGIN:VTIMEZONE
TZID:Endless
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=SECONDLY
END:STANDARD
END:VTIMEZONE`

  expect(blocked(calendarOf(zone, eventOf('DTSTART;TZID=Endless:20261201T090000', 'DURATION:PT1H')))).toEqual(
    ['12-01 08:00/09:00'],
  )
})
