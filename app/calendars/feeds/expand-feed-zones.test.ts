import { afterEach, expect, test } from 'vitest'
import type { TimeZone } from '#app/time/types.ts'
import { expandFeed } from './expand-feed.ts'
import { appleFeed, calendarOf, eventOf, googleFeed, outlookFeed } from './feeds.fixture.ts'

const ownZone = process.env.TZ
afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ
  else process.env.TZ = ownZone
})

const floating = calendarOf(
  eventOf('DTSTART:20270328T023000', 'DTEND:20270328T040000'),
  eventOf('DTSTART;VALUE=DATE:20271031', 'RRULE:FREQ=DAILY;COUNT=3'),
  eventOf('DTSTART:20261101T003000', 'DURATION:P1DT1H', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=1,-1'),
)

/** `summerOffset` is the server's own, in minutes: it shows that the server really is in that zone. */
function blockedOnAServerIn(serverZone: string) {
  process.env.TZ = serverZone
  const asked = {
    zone: 'Europe/Berlin' as TimeZone,
    horizon: { from: Date.parse('2026-11-22T00:00Z'), until: Date.parse('2027-12-27T00:00Z') },
    ownDomain: 'benchline.example',
  }
  const feeds = [googleFeed, outlookFeed, appleFeed, floating].map((text) => expandFeed(text, asked))
  return { summerOffset: new Date('2027-07-01T00:00Z').getTimezoneOffset(), feeds }
}

test('servers in UTC, New York and Sydney find the same times blocked', () => {
  const utc = blockedOnAServerIn('UTC')
  const newYork = blockedOnAServerIn('America/New_York')
  const sydney = blockedOnAServerIn('Australia/Sydney')

  expect([utc, newYork, sydney].map(({ summerOffset }) => summerOffset)).toEqual([0, 240, -600])
  expect(utc.feeds.every((feed) => feed.ok && feed.value.length > 3)).toBe(true)
  expect(newYork.feeds).toEqual(utc.feeds)
  expect(sydney.feeds).toEqual(utc.feeds)
})
