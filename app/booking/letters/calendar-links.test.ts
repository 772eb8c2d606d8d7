import { expect, test } from 'vitest'
import { calendarLinks } from './calendar-links.ts'

const meeting = {
  title: 'Free consultation with Müller & Sons + friends',
  startsAt: new Date('2026-12-01T14:00:00Z'),
  endsAt: new Date('2026-12-01T14:30:00Z'),
  details: 'With Asha\nSee, move or cancel it: https://firm.example/manage/a.b?x=1&y=2#z',
  location: 'https://meet.example/room-1',
}

test('Google opens a new event with the meeting in it', () => {
  const google = linkOf('Google')

  expect(google.origin + google.pathname).toBe('https://calendar.google.com/calendar/r/eventedit')
  expect(Object.fromEntries(google.searchParams)).toEqual({
    text: meeting.title,
    dates: '20261201T140000Z/20261201T143000Z',
    details: meeting.details,
    location: meeting.location,
  })
})

test('Outlook.com opens a new event with the meeting in it', () => {
  const outlook = linkOf('Outlook.com')

  expect(outlook.origin + outlook.pathname).toBe('https://outlook.live.com/calendar/0/deeplink/compose')
  expect(Object.fromEntries(outlook.searchParams)).toEqual({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: meeting.title,
    startdt: '2026-12-01T14:00:00Z',
    enddt: '2026-12-01T14:30:00Z',
    body: meeting.details,
    location: meeting.location,
  })
})

test('Office 365 is asked the same as Outlook.com', () => {
  const office = linkOf('Office 365')

  expect(office.host).toBe('outlook.office.com')
  expect(office.pathname + office.search).toBe(linkOf('Outlook.com').pathname + linkOf('Outlook.com').search)
})

test('no link has a plus sign for a space, which Outlook would show', () => {
  const all = calendarLinks(meeting).map(({ href }) => href)

  expect(all.join(' ')).not.toContain('+')
  expect(all.join(' ')).toContain('Sons%20%2B%20friends')
})

test('a meeting over midnight ends on the next day', () => {
  const late = {
    ...meeting,
    startsAt: new Date('2026-12-31T23:45:00Z'),
    endsAt: new Date('2027-01-01T00:15:00Z'),
  }

  const [google] = calendarLinks(late)

  expect(new URL(google?.href ?? '').searchParams.get('dates')).toBe('20261231T234500Z/20270101T001500Z')
})

function linkOf(name: string): URL {
  return new URL(calendarLinks(meeting).find((link) => link.name === name)?.href ?? '')
}
