import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { makeBookingsCalendar, type ListedMeeting } from './bookings-calendar.ts'

const meeting: ListedMeeting = {
  uid: '7c9e6679@benchline.example',
  sequence: 2,
  isCancelled: false,
  stamp: new Date('2026-11-22T10:00:00Z'),
  startsAt: new Date('2026-12-01T14:00:00Z'),
  endsAt: new Date('2026-12-01T14:30:00Z'),
  summary: 'Free consultation: Ann Example, Acme',
  description: 'How to meet: https://meet.example/one\nReference: B-7K3QXMP',
  location: 'https://meet.example/one',
}

function readBack(meetings: readonly ListedMeeting[]) {
  const text = makeBookingsCalendar({ company: 'Benchline', name: 'Hiring consultant, Benchline', meetings })
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent')
  const values = (name: string) => events.map((event) => String(event.getFirstPropertyValue(name)))
  return { text, calendar, values }
}

test('a calendar program is told the name, that nothing is asked of it, and how often to look', () => {
  const { calendar } = readBack([meeting])

  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Hiring consultant, Benchline')
  expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT15M')
  expect(String(calendar.getFirstPropertyValue('x-published-ttl'))).toBe('PT15M')
})

test('each booking is one event in UTC, under the UID and SEQUENCE of its invitations', () => {
  const { values } = readBack([meeting, { ...meeting, uid: 'other@benchline.example' }])

  expect(values('uid')).toEqual(['7c9e6679@benchline.example', 'other@benchline.example'])
  expect(values('sequence')).toEqual(['2', '2'])
  expect(values('dtstart')[0]).toBe('2026-12-01T14:00:00Z')
  expect(values('dtend')[0]).toBe('2026-12-01T14:30:00Z')
  expect(values('status')).toEqual(['CONFIRMED', 'CONFIRMED'])
  expect(values('url')[0]).toBe('https://meet.example/one')
})

test('a cancelled booking says so and takes no time', () => {
  const { values } = readBack([{ ...meeting, isCancelled: true }])

  expect(values('status')).toEqual(['CANCELLED'])
  expect(values('transp')).toEqual(['TRANSPARENT'])
})

test('the same bookings make the same file, whenever it is asked for', () => {
  expect(readBack([meeting]).text).toBe(readBack([meeting]).text)
})

test('a host without bookings has an empty calendar', () => {
  expect(readBack([]).text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
})

test('what a visitor typed adds no line to the file', () => {
  const hostile = 'Ann\r\nEND:VEVENT\r\nBEGIN:VALARM\u0000'
  const { values } = readBack([{ ...meeting, summary: hostile, description: hostile, location: hostile }])

  expect(values('summary')).toEqual(['Ann END:VEVENT BEGIN:VALARM'])
})
