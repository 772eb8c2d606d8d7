import { expect, test } from 'vitest'
import type { LocalTime } from '#app/time/types.ts'
import { readHours, readTime, sayWeek, writeHours } from './hours-text.ts'

/** What was read, as it is written back; the message when it was refused. */
function read(text: string): string {
  const hours = readHours(text)
  return hours.ok ? writeHours(hours.ranges) : hours.message
}

test.each([
  ['09:00–12:30, 13:30–17:00', '09:00–12:30, 13:30–17:00'],
  ['9-17', '09:00–17:00'],
  ['9:00 - 12:00 13-17', '09:00–12:00, 13:00–17:00'],
  ['9.00—12.30; 13.30—17', '09:00–12:30, 13:30–17:00'],
  ['0900-1730', '09:00–17:30'],
  ['930-1230 and 2pm to 5:30 pm', '09:30–12:30, 14:00–17:30'],
  ['9h30 until 17h', '09:30–17:00'],
  ['9am-5pm', '09:00–17:00'],
  ['9-5pm', '09:00–17:00'],
  ['1-5 p.m.', '13:00–17:00'],
  ['10-12pm', '10:00–12:00'],
  ['12am-12pm', '00:00–12:00'],
  ['13-17, 9-12', '09:00–12:00, 13:00–17:00'],
  ['9-12, 12-15', '09:00–12:00, 12:00–15:00'],
])('%s is read as %s', (text, hours) => {
  expect(read(text)).toBe(hours)
})

test.each(['', '  ', 'closed', 'Closed', 'off', 'none', '-', '–'])('“%s” is a day without hours', (text) => {
  expect(readHours(text)).toEqual({ ok: true, ranges: [] })
})

test.each([
  ['18-24', '18:00–24:00'],
  ['18:00–00:00', '18:00–24:00'],
  ['all day', '00:00–24:00'],
  ['0-24', '00:00–24:00'],
])('%s ends with the day', (text, hours) => {
  expect(read(text)).toBe(hours)
})

test.each([
  ['9-5', '09:00–05:00 ends before it starts. Did you mean 09:00–17:00?'],
  [
    '22:00-02:00',
    '22:00–02:00 ends before it starts. A night is two ranges: until 24:00 here, and from 00:00 on the next day.',
  ],
  ['9-9', '09:00–09:00 holds nothing. Around the clock is 00:00–24:00.'],
  ['0-0', '00:00–00:00 holds nothing. Around the clock is 00:00–24:00.'],
  ['11-15, 9-12', '09:00–12:00 and 11:00–15:00 overlap. Write one longer range, or end the first sooner.'],
  ['9', '“9” is no range. Write hours like 09:00–12:30, 13:30–17:00.'],
  ['9-12-17', '“9-12-17” is no range. Write hours like 09:00–12:30, 13:30–17:00.'],
  ['mornings', '“mornings” is no range. Write hours like 09:00–12:30, 13:30–17:00.'],
  ['9:5-12', '“9:5-12” is no range. Write hours like 09:00–12:30, 13:30–17:00.'],
  ['9-25', '“9-25” is past the end of a day. Write hours like 09:00–12:30, 13:30–17:00.'],
  ['9:75-12', '“9:75-12” is past the end of a day. Write hours like 09:00–12:30, 13:30–17:00.'],
  ['13pm-3pm', '“13pm-3pm” is past the end of a day. Write hours like 09:00–12:30, 13:30–17:00.'],
  ['1-2 3-4 5-6 7-8 9-10 11-12 13-14 15-16 17-18', 'Write at most 8 ranges.'],
])('%s is refused: %s', (text, message) => {
  expect(readHours(text)).toEqual({ ok: false, message })
})

test('what is written is read as the same hours', () => {
  const ranges = [
    { from: '00:00' as LocalTime, until: '06:15' as LocalTime },
    { from: '22:00' as LocalTime, until: '24:00' as LocalTime },
  ]

  expect(readHours(writeHours(ranges))).toEqual({ ok: true, ranges })
})

test('one time of day is read as generously, and nothing else is one', () => {
  expect(['9', '9.30', '0930', '9:30 pm', '24:00', ''].map(readTime)).toEqual([
    '09:00',
    '09:30',
    '09:30',
    '21:30',
    '24:00',
    null,
  ])
  expect(['25', '9-12', 'noonish'].map(readTime)).toEqual([null, null, null])
})

test('a week is one line, days alike together', () => {
  const day = (weekday: number, from: string, until: string) => ({
    weekday,
    from: from as LocalTime,
    until: until as LocalTime,
  })

  expect(sayWeek([1, 2, 3, 4, 5].map((weekday) => day(weekday, '11:00', '20:00')))).toBe(
    'Mon–Fri 11:00–20:00',
  )
  expect(
    sayWeek([
      day(1, '13:00', '17:00'),
      day(1, '09:00', '12:00'),
      day(3, '09:00', '12:00'),
      day(4, '09:00', '12:00'),
    ]),
  ).toBe('Mon 09:00–12:00, 13:00–17:00 · Wed–Thu 09:00–12:00')
  expect(sayWeek([])).toBe('')
})
