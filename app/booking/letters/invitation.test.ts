import { assert, constantFrom, property, string } from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type InvitedMeeting, makeInvitation } from './invitation.ts'

const now = new Date('2026-11-22T10:00:00.500Z')

const meeting: InvitedMeeting = {
  uid: '7c9e6679@benchline.example',
  sequence: 0,
  startsAt: new Date('2026-12-01T14:00:00Z'),
  endsAt: new Date('2026-12-01T14:30:00Z'),
  summary: 'Free consultation with Benchline',
  description: 'Move or cancel: https://benchline.example/manage/abc',
  location: 'https://meet.example/benchline-1',
  organizer: { name: 'Benchline', email: 'hello@benchline.example' },
  attendees: [{ name: 'Ann Example', email: 'ann@visitor.example' }],
}

function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const event = calendar.getFirstSubcomponent('vevent')
  if (!event) throw new Error('there is no event')
  return {
    calendar,
    event,
    value: (name: string) => String(event.getFirstPropertyValue(name)),
    parameter: (name: string, parameter: string) => event.getFirstProperty(name)?.getParameter(parameter),
  }
}

function namesOfProperties(text: string): string[] {
  const { calendar, event } = readBack(text)
  return [...calendar.getAllProperties(), ...event.getAllProperties()].map((property) => property.name)
}

test('an invitation asks the calendar to add the meeting, in UTC', () => {
  const { calendar, value } = readBack(makeInvitation('REQUEST', meeting, now))

  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
  expect(value('dtstart')).toBe('2026-12-01T14:00:00Z')
  expect(value('dtend')).toBe('2026-12-01T14:30:00Z')
  expect(value('status')).toBe('CONFIRMED')
})

test('an invitation says when it was made, how to meet, and how to change the booking', () => {
  const { value } = readBack(makeInvitation('REQUEST', meeting, now))

  expect(value('dtstamp')).toBe('2026-11-22T10:00:00Z')
  expect(value('location')).toBe('https://meet.example/benchline-1')
  expect(value('description')).toContain('https://benchline.example/manage/abc')
})

test('a moved meeting keeps its UID and raises its SEQUENCE', () => {
  const first = readBack(makeInvitation('REQUEST', meeting, now))
  const moved = readBack(makeInvitation('REQUEST', { ...meeting, sequence: 1 }, now))

  expect(moved.value('uid')).toBe(first.value('uid'))
  expect([first.value('sequence'), moved.value('sequence')]).toEqual(['0', '1'])
})

test('a cancellation names the same meeting and removes it', () => {
  const { calendar, value } = readBack(makeInvitation('CANCEL', { ...meeting, sequence: 2 }, now))

  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
  expect(value('status')).toBe('CANCELLED')
  expect([value('uid'), value('sequence')]).toEqual(['7c9e6679@benchline.example', '2'])
})

test('a guest chose no time: they are asked by their calendar, and may stay away', () => {
  const guest = { name: 'bo@acme.example', email: 'bo@acme.example', isGuest: true }
  const attendees = [...meeting.attendees, guest]

  const { event } = readBack(makeInvitation('REQUEST', { ...meeting, attendees }, now))

  const [visitor, brought] = event.getAllProperties('attendee')
  expect(visitor?.getParameter('partstat')).toBe('ACCEPTED')
  expect(String(brought?.getFirstValue()).toLowerCase()).toBe('mailto:bo@acme.example')
  expect(brought?.getParameter('partstat')).toBe('NEEDS-ACTION')
  expect(brought?.getParameter('role')).toBe('OPT-PARTICIPANT')
  expect(brought?.getParameter('rsvp')).toBe('FALSE')
})

test('a file to download is published, so that no calendar offers to answer it', () => {
  const { calendar } = readBack(makeInvitation('PUBLISH', meeting, now))

  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
})

test('the visitor, who chose the time, has accepted and is not asked', () => {
  const { value, parameter } = readBack(makeInvitation('REQUEST', meeting, now))

  expect(value('attendee').toLowerCase()).toBe('mailto:ann@visitor.example')
  expect(parameter('attendee', 'partstat')).toBe('ACCEPTED')
  expect(parameter('attendee', 'rsvp')).toBe('FALSE')
})

test('the organiser is the firm', () => {
  const { value, parameter } = readBack(makeInvitation('REQUEST', meeting, now))

  expect(value('organizer')).toBe('mailto:hello@benchline.example')
  expect(parameter('organizer', 'cn')).toBe('Benchline')
})

test('every line ends with CRLF and has at most 75 octets', () => {
  const text = makeInvitation('REQUEST', { ...meeting, summary: 'Grüße an Zoë 👩‍💻 '.repeat(20) }, now)

  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
})

test('a name with line breaks and quotes adds no attendee, no alarm and no parameter', () => {
  const hostile = 'Ann";CN="x\r\nATTENDEE:mailto:victim@evil.example\rBEGIN:VALARM\n'
  const text = makeInvitation(
    'REQUEST',
    {
      ...meeting,
      summary: hostile,
      location: hostile,
      attendees: [{ name: hostile, email: 'ann@visitor.example' }],
    },
    now,
  )

  const { event } = readBack(text)
  expect(event.getAllProperties('attendee')).toHaveLength(1)
  expect(event.getAllSubcomponents()).toHaveLength(0)
  expect(event.getFirstProperty('attendee')?.getParameter('cn')).toContain('Ann;CN=x ATTENDEE')
})

test('an address with a line break in it adds no line', () => {
  const text = makeInvitation(
    'REQUEST',
    { ...meeting, attendees: [{ name: 'Ann', email: 'ann@x.example\r\nATTENDEE:mailto:v@evil.example' }] },
    now,
  )

  expect(readBack(text).event.getAllProperties('attendee')).toHaveLength(1)
})

test('whatever is typed, a second reader finds the same properties and the same words', () => {
  const expected = namesOfProperties(makeInvitation('REQUEST', meeting, now))
  const anything = string({ unit: constantFrom(...'aé👩\r\n\t\u0000\u0007";:,\\=^ '), maxLength: 200 })

  assert(
    property(anything, anything, (one, other) => {
      const text = makeInvitation(
        'REQUEST',
        {
          ...meeting,
          summary: `S${one}`,
          description: `D${other}`,
          attendees: [{ name: `N${one}`, email: 'ann@visitor.example' }],
          organizer: { name: `O${other}`, email: 'hello@benchline.example' },
        },
        now,
      )
      expect(namesOfProperties(text)).toEqual(expected)
      expect(readBack(text).value('summary')).toBe(`S${one}`.replaceAll(/[\p{Cc}]+/gu, ' ').trim())
    }),
  )
})
