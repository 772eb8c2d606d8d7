import { addHours, addMinutes } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { TimeZone } from '#app/time/types.ts'
import { startSession } from './session.server.ts'
import { createFirstAccount, isUsableSetupLink, offerSetupLink } from './setup-link.server.ts'
import { addStaff, goodPassword, pageRequest } from './staff-fixture.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
const account = {
  name: 'Ana Admin',
  email: 'ana@firm.example',
  password: goodPassword,
  timeZone: 'Asia/Kolkata' as TimeZone,
}

beforeEach(async () => {
  // Deleting row by row would meet the last admin, who stays.
  await db.$executeRaw`TRUNCATE staff CASCADE`
  await db.setupLink.deleteMany()
})

async function offeredToken(): Promise<string> {
  const link = await offerSetupLink(now)
  return link?.split('/').at(-1) ?? ''
}

test('the link makes the first account, an admin who can sign in', async () => {
  const made = await createFirstAccount(await offeredToken(), account, now)

  expect(made).toBe(true)
  expect(await db.staff.findMany({ select: { email: true, role: true, timeZone: true } })).toEqual([
    { email: 'ana@firm.example', role: 'admin', timeZone: 'Asia/Kolkata' },
  ])
  const from = { ip: '203.0.113.9', request: pageRequest('/staff/sign-in'), now: new Date() }
  expect(await startSession(account, from)).not.toBeNull()
})

test('the link itself is not kept', async () => {
  const token = await offeredToken()

  const kept = await db.setupLink.findMany()

  expect(kept).toHaveLength(1)
  expect(JSON.stringify(kept)).not.toContain(token)
})

test('the link works once', async () => {
  const token = await offeredToken()
  await createFirstAccount(token, account, now)

  const again = await createFirstAccount(token, { ...account, email: 'second@firm.example' }, now)

  expect(again).toBe(false)
  expect(await db.staff.count()).toBe(1)
})

test('two people using the link at the same time make one account', async () => {
  const token = await offeredToken()

  const outcomes = await Promise.all([
    createFirstAccount(token, account, now),
    createFirstAccount(token, { ...account, email: 'second@firm.example' }, now),
  ])

  expect(outcomes.filter((made) => made)).toHaveLength(1)
  expect(await db.staff.count()).toBe(1)
  expect(await db.staffAccount.count()).toBe(1)
})

test('the link works for 24 hours', async () => {
  const token = await offeredToken()

  expect(await isUsableSetupLink(token, addMinutes(addHours(now, 24), -1))).toBe(true)
  expect(await isUsableSetupLink(token, addHours(now, 24))).toBe(false)
  expect(await createFirstAccount(token, account, addHours(now, 24))).toBe(false)
})

test('a link nobody was given is of no use', async () => {
  await offeredToken()

  expect(await isUsableSetupLink('AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', now)).toBe(false)
})

test('when staff exist no link is offered, and one given out before is of no use', async () => {
  const token = await offeredToken()
  await addStaff({ email: 'ben@firm.example' })

  expect(await offerSetupLink(now)).toBeNull()
  expect(await isUsableSetupLink(token, now)).toBe(false)
  expect(await createFirstAccount(token, account, now)).toBe(false)
})

test('a second start offers a second link and leaves the first one good', async () => {
  const first = await offeredToken()

  const second = await offeredToken()

  expect(second).not.toBe(first)
  expect(await isUsableSetupLink(first, now)).toBe(true)
})
