import { randomUUID } from 'node:crypto'
import { addMinutes } from 'date-fns'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { releaseFrom, reserveFrom } from './hold-allowance.server.ts'

// Eleven on a Tuesday morning in Kolkata: both calendars are open for nine hours.
const now = new Date('2026-11-30T06:00:00Z')
const eleven = new Date('2026-12-01T05:30:00Z')

beforeAll(loadFirstCalendars)
beforeEach(async () => {
  env.RATE_LIMITS = 'on'
  await db.rateLimit.deleteMany()
  await db.booking.deleteMany()
})
afterEach(() => {
  env.RATE_LIMITS = 'off'
})

function hold(visitor: string, halfHour: number) {
  const start = addMinutes(eleven, 30 * halfHour)
  return { heldBy: visitor, type: 'consultation', start, timeZone: 'Europe/Berlin' }
}

test('a visitor may choose another time as often as they like, with and without letting go first', async () => {
  const visitor = randomUUID()

  for (let choice = 0; choice < 14; choice++) {
    const wanted = hold(visitor, choice)
    expect((await reserveFrom('192.0.2.1', wanted, now)).ok).toBe(true)
    if (choice % 2 === 0) await releaseFrom('192.0.2.1', wanted)
  }

  expect(await db.booking.count()).toBe(1)
})

test('one address keeps ten times from others, and no more', async () => {
  for (let visitor = 0; visitor < 10; visitor++) {
    expect((await reserveFrom('192.0.2.2', hold(randomUUID(), visitor), now)).ok).toBe(true)
  }

  expect(await reserveFrom('192.0.2.2', hold(randomUUID(), 10), now)).toMatchObject({ reason: 'too-often' })
  expect((await reserveFrom('192.0.2.3', hold(randomUUID(), 10), now)).ok).toBe(true)
})

test('a time that cannot be had does not count', async () => {
  for (let visitor = 0; visitor < 12; visitor++) {
    const early = { ...hold(randomUUID(), 0), start: new Date('2026-12-01T01:00:00Z') }
    expect(await reserveFrom('192.0.2.4', early, now)).toMatchObject({ reason: 'hours' })
  }

  expect((await reserveFrom('192.0.2.4', hold(randomUUID(), 1), now)).ok).toBe(true)
})

test('pressing without end is stopped', async () => {
  const visitor = randomUUID()
  const wanted = hold(visitor, 0)

  const outcomes = []
  for (let press = 0; press < 61; press++) outcomes.push(await reserveFrom('192.0.2.5', wanted, now))

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(60)
})
