/**
 * A meeting as addresses that open a web calendar with the event filled in. All times are UTC, so whoever follows one
 * sees the meeting on the clock of their own calendar.
 */
export type CalendarMeeting = {
  title: string
  startsAt: Date
  endsAt: Date
  /** Plain text, lines ended by `\n`. */
  details: string
  location: string
}

export type CalendarLink = { name: string; href: string }

/** Google, Outlook and Office 365, as they are named to visitors; other calendars read the .ics file. */
export function calendarLinks(meeting: CalendarMeeting): CalendarLink[] {
  return [
    { name: 'Google', href: googleLink(meeting) },
    { name: 'Outlook.com', href: outlookLink('https://outlook.live.com', meeting) },
    { name: 'Office 365', href: outlookLink('https://outlook.office.com', meeting) },
  ]
}

function googleLink({ title, startsAt, endsAt, details, location }: CalendarMeeting): string {
  return address('https://calendar.google.com/calendar/r/eventedit', {
    text: title,
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
    details,
    location,
  })
}

function outlookLink(
  origin: string,
  { title, startsAt, endsAt, details, location }: CalendarMeeting,
): string {
  return address(`${origin}/calendar/0/deeplink/compose`, {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: toTheSecond(startsAt),
    enddt: toTheSecond(endsAt),
    body: details,
    location,
  })
}

/** Outlook shows a `+` as it stands, so spaces are written as `%20`. */
function address(base: string, query: Record<string, string>): string {
  return `${base}?${new URLSearchParams(query).toString().replaceAll('+', '%20')}`
}

/** `'2026-12-01T14:00:00Z'`. */
function toTheSecond(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** `'20261201T140000Z'`. */
function compact(moment: Date): string {
  return toTheSecond(moment).replaceAll(/[-:]/g, '')
}
