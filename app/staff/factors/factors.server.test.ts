import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { enterPassword, startSession } from '../session.server.ts'
import { addStaff, goodPassword, pageRequest } from '../staff-fixture.server.ts'
import { findViewer, requireStaff, type Viewer } from '../viewer.server.ts'
import { beginAuthenticator, confirmAuthenticator, removeAuthenticator } from './authenticator.server.ts'
import { rememberChallenge, spendChallenge } from './challenges.server.ts'
import { enterCode } from './enter-code.server.ts'
import { codeOf } from './totp.fixture.ts'
import { takeCode } from './used-codes.server.ts'

/** When the test began. The app's clock is the server's: better-auth reads it by itself, and a code is old after a minute. */
let now: Date
let viewer: Viewer
let count = 0

beforeEach(async () => {
  now = new Date()
  count += 1
  viewer = await addStaff({ email: `ana${count}@firm.example`, role: 'admin' })
})

function from(cookies?: Headers) {
  return { ip: '203.0.113.5', request: pageRequest('/staff/security', cookies), now }
}

async function signedIn(): Promise<Headers> {
  const cookies = await startSession({ email: viewer.email, password: goodPassword }, from())
  if (!cookies) throw new Error('not signed in')
  return cookies
}

async function withApp(): Promise<{ uri: string; cookies: Headers; recoveryCodes: string[] }> {
  const session = await signedIn()
  const begun = await beginAuthenticator(viewer, goodPassword, from(session))
  const { uri, recoveryCodes } = begun.ok ? begun.value : { uri: '', recoveryCodes: [] }
  const confirmed = await confirmAuthenticator(viewer, codeOf(uri, now), from(session))
  if (!confirmed.ok) throw new Error('not confirmed')
  // The code that confirmed it is spent: what follows begins as if its half minute were over.
  await db.usedCode.deleteMany({ where: { staffId: viewer.id } })
  return { uri, recoveryCodes, cookies: confirmed.value }
}

async function passwordEntered(): Promise<Headers> {
  const entered = await enterPassword({ email: viewer.email, password: goodPassword }, from())
  expect(entered?.needsCode).toBe(true)
  return entered?.cookies ?? new Headers()
}

test('with an app the password alone opens nothing, and the code does', async () => {
  const { uri } = await withApp()
  const step = await passwordEntered()

  expect(await findViewer(pageRequest('/staff', step), now)).toBeNull()
  const entered = await enterCode(codeOf(uri, now), from(step))

  expect(entered.ok && (await findViewer(pageRequest('/staff', entered.cookies), now))?.id).toBe(viewer.id)
})

test('a code that opened the desk once does not open it again', async () => {
  const { uri } = await withApp()
  const code = codeOf(uri, now)
  await enterCode(code, from(await passwordEntered()))
  const sessions = await db.staffSession.count({ where: { userId: viewer.id } })

  const again = await enterCode(code, from(await passwordEntered()))

  expect(again).toEqual({ ok: false, reason: 'wrong' })
  expect(await db.staffSession.count({ where: { userId: viewer.id } })).toBe(sessions)
})

test('of two who send the same code at once one is let in', async () => {
  const taken = await Promise.all(Array.from({ length: 5 }, () => takeCode(viewer.id, '123456', now)))

  expect(taken.filter(Boolean)).toHaveLength(1)
})

test('a recovery code opens the desk once', async () => {
  const { recoveryCodes } = await withApp()
  const [code = ''] = recoveryCodes

  const first = await enterCode(code, from(await passwordEntered()))
  const second = await enterCode(code, from(await passwordEntered()))

  expect(recoveryCodes).toHaveLength(10)
  expect(first.ok).toBe(true)
  expect(second).toEqual({ ok: false, reason: 'wrong' })
})

test('a wrong code is refused, and without the step’s cookie any code is', async () => {
  const { uri, cookies } = await withApp()

  expect(await enterCode('000000', from(await passwordEntered()))).toEqual({ ok: false, reason: 'wrong' })
  expect(await enterCode(codeOf(uri, now), from())).toEqual({ ok: false, reason: 'expired' })
  // A session is no step: its cookie is not looked at.
  expect(await enterCode(codeOf(uri, now), from(cookies))).toEqual({ ok: false, reason: 'expired' })
})

test('adding an app ends every other session, keeps this browser signed in, and tells the owner', async () => {
  const elsewhere = await signedIn()
  const { cookies } = await withApp()

  expect(await findViewer(pageRequest('/staff', elsewhere), now)).toBeNull()
  expect((await findViewer(pageRequest('/staff', cookies), now))?.id).toBe(viewer.id)
  const letter = await db.letter.findFirstOrThrow({ where: { to: viewer.email, kind: 'account-changed' } })
  expect(letter.props).toMatchObject({ what: 'An authenticator app was added to your account.' })
})

test('the secret and the recovery codes are not in the database as they are', async () => {
  const { uri, recoveryCodes } = await withApp()
  const row = await db.twoFactor.findUniqueOrThrow({ where: { userId: viewer.id } })

  expect(row.backupCodes).not.toContain(recoveryCodes[0])
  expect(row.secret).not.toContain(new URL(uri).searchParams.get('secret'))
})

test('the app is neither begun nor removed without the password', async () => {
  const { cookies } = await withApp()

  expect(await removeAuthenticator(viewer, 'not the password', from(cookies))).toEqual({
    ok: false,
    reason: 'wrong-password',
  })
  const removed = await removeAuthenticator(viewer, goodPassword, from(cookies))

  expect(removed.ok).toBe(true)
  expect((await enterPassword({ email: viewer.email, password: goodPassword }, from()))?.needsCode).toBe(
    false,
  )
})

test('whoever’s role asks for a second factor is led to where it is set up, and nowhere else', async () => {
  const session = await signedIn()
  await db.deskSetting.update({ where: { id: 1 }, data: { secondFactorFor: ['admin'] } })

  const refusal = await requireStaff(pageRequest('/staff/leads', session), now).catch(
    (thrown: unknown) => thrown,
  )
  const allowed = await requireStaff(pageRequest('/staff/security', session), now)
  const { cookies } = await withApp()

  expect(refusal instanceof Response && refusal.headers.get('location')).toBe('/staff/security')
  expect(allowed.id).toBe(viewer.id)
  expect((await requireStaff(pageRequest('/staff/leads', cookies), now)).id).toBe(viewer.id)
  await db.deskSetting.update({ where: { id: 1 }, data: { secondFactorFor: [] } })
})

test('a challenge for a passkey can be answered once, and only for what it was given out for', async () => {
  const given = { challenge: 'abc', staffId: viewer.id, now }
  await rememberChallenge('add', given)

  expect(await spendChallenge('sign-in', given)).toBe(false)
  expect(await spendChallenge('add', { ...given, staffId: 'somebody else' })).toBe(false)
  expect(await spendChallenge('add', given)).toBe(true)
  expect(await spendChallenge('add', given)).toBe(false)
})
