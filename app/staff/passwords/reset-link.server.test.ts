import { addMinutes } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { unsealed } from '#app/mail/sealed.server.ts'
import { startSession } from '../session.server.ts'
import { addStaff, goodPassword, pageRequest } from '../staff-fixture.server.ts'
import { findViewer, type Viewer } from '../viewer.server.ts'
import { changePassword } from './change-password.server.ts'
import { askForReset, findReset, resetByLink } from './reset-link.server.ts'

const now = new Date()
const newPassword = 'river-candle-sonnet-brick'
let viewer: Viewer
let count = 0

beforeEach(async () => {
  count += 1
  viewer = await addStaff({ email: `ben${count}@firm.example` })
})

function from(cookies?: Headers) {
  return { ip: '203.0.113.5', request: pageRequest('/staff/security', cookies), now }
}

async function mailedToken(): Promise<string> {
  await askForReset(viewer.email, now)
  const letter = await db.letter.findFirstOrThrow({
    where: { to: viewer.email, kind: 'password-reset' },
    orderBy: { createdAt: 'desc' },
  })
  const { url } = unsealed(letter).props as { url: string }
  return url.split('/').at(-1) ?? ''
}

test('the mailed link sets a new password once and ends every session', async () => {
  const cookies = await startSession({ email: viewer.email, password: goodPassword }, from())
  const token = await mailedToken()

  expect(await resetByLink(token, newPassword, now)).toBe(true)
  expect(await resetByLink(token, 'another-river-candle-sonnet', now)).toBe(false)

  expect(await findViewer(pageRequest('/staff', cookies ?? undefined), now)).toBeNull()
  expect(await startSession({ email: viewer.email, password: goodPassword }, from())).toBeNull()
  expect(await startSession({ email: viewer.email, password: newPassword }, from())).not.toBeNull()
})

test('the link ends after an hour', async () => {
  const token = await mailedToken()

  expect(await findReset(db, token, addMinutes(now, 59))).not.toBeNull()
  expect(await findReset(db, token, addMinutes(now, 60))).toBeNull()
})

test('neither the reset nor its letter keeps the link', async () => {
  const token = await mailedToken()
  const [kept] = await db.$queryRaw<[{ found: boolean }]>`
    SELECT EXISTS (SELECT FROM password_reset r WHERE r::text LIKE ${`%${token}%`})
      OR EXISTS (SELECT FROM letter l WHERE l::text LIKE ${`%${token}%`}) AS found`

  expect(kept.found).toBe(false)
})

test('asking for an unknown address leaves nothing behind', async () => {
  await askForReset('nobody@firm.example', now)

  expect(await db.letter.count({ where: { to: 'nobody@firm.example' } })).toBe(0)
  expect(await db.passwordReset.count({ where: { staffId: viewer.id } })).toBe(0)
})

test('whoever is disabled gets no link', async () => {
  await db.staff.update({ where: { id: viewer.id }, data: { disabledAt: now } })

  await askForReset(viewer.email, now)

  expect(await db.letter.count({ where: { to: viewer.email } })).toBe(0)
})

test('of two clicks on the link at once one sets its password', async () => {
  const token = await mailedToken()

  const clicks = await Promise.all([
    resetByLink(token, newPassword, now),
    resetByLink(token, 'another-river-candle-sonnet', now),
  ])

  expect(clicks.toSorted()).toEqual([false, true])
})

test('changing one’s own password asks for the present one, and ends the sessions elsewhere', async () => {
  const here = (await startSession({ email: viewer.email, password: goodPassword }, from())) ?? new Headers()
  const elsewhere =
    (await startSession({ email: viewer.email, password: goodPassword }, from())) ?? new Headers()

  const wrong = await changePassword(viewer, { current: 'not it at all', next: newPassword }, from(here))
  const changed = await changePassword(viewer, { current: goodPassword, next: newPassword }, from(here))

  expect(wrong).toEqual({ ok: false, reason: 'wrong-password' })
  expect(await findViewer(pageRequest('/staff', elsewhere), now)).toBeNull()
  expect(changed.ok && (await findViewer(pageRequest('/staff', changed.value), now))?.id).toBe(viewer.id)
})
