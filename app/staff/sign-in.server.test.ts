import { addDays, addHours, addMinutes } from 'date-fns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { auth } from './auth.server.ts'
import { resetPassword } from './reset-password.server.ts'
import { endSession, startSession } from './session.server.ts'
import { signIn } from './sign-in.server.ts'
import { addStaff, goodPassword, pageRequest } from './staff-fixture.server.ts'
import { findViewer, requireStaff } from './viewer.server.ts'

const now = new Date()
const from = { ip: '203.0.113.5', request: pageRequest('/staff/sign-in'), now }

beforeAll(async () => {
  // This file is about the limits too, which the tests' configuration turns off.
  env.RATE_LIMITS = 'on'
  await addStaff({ email: 'ana@firm.example', role: 'admin' })
  await addStaff({ email: 'ben@firm.example', role: 'consultant' })
})
afterAll(() => {
  env.RATE_LIMITS = 'off'
})

async function signedIn(email: string): Promise<Headers> {
  const cookies = await startSession({ email, password: goodPassword }, from)
  if (!cookies) throw new Error(`${email} could not sign in`)
  return cookies
}

test('the right password signs in, and the cookie says who is asking', async () => {
  const outcome = await signIn({ email: 'ana@firm.example', password: goodPassword }, from)

  const cookies = outcome.ok ? outcome.cookies : undefined
  expect(await findViewer(pageRequest('/staff', cookies), now)).toMatchObject({
    email: 'ana@firm.example',
    role: 'admin',
    timeZone: 'Europe/Berlin',
  })
})

test('the cookie is out of reach of scripts and other sites, and lives for seven days', async () => {
  const [cookie] = (await signedIn('ana@firm.example')).getSetCookie()

  expect(cookie).toMatch(/^__Host-staff=/)
  expect(cookie).toContain('Secure')
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Lax')
  expect(cookie).toContain('Path=/')
  expect(cookie).toContain('Max-Age=604800')
})

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await signIn({ email: 'ana@firm.example', password: 'not the password' }, from)
  const unknown = await signIn({ email: 'nobody@firm.example', password: 'not the password' }, from)

  expect(wrong).toEqual({ ok: false, reason: 'wrong' })
  expect(unknown).toEqual(wrong)
})

test('the sixth attempt on one account from one address is refused, from another address it is not', async () => {
  const guess = { email: 'ben@firm.example', password: 'not the password' }
  const guesser = { ...from, ip: '203.0.113.66' }
  for (let attempt = 1; attempt <= 5; attempt++) await signIn(guess, guesser)

  const sixth = await signIn({ ...guess, password: goodPassword }, guesser)
  const owner = await signIn({ ...guess, password: goodPassword }, { ...from, ip: '203.0.113.77' })

  expect(sixth).toMatchObject({ ok: false, reason: 'too-often' })
  expect(owner.ok).toBe(true)
})

test('signing in gives a new session and ends the one the browser had', async () => {
  const before = await signedIn('ana@firm.example')

  const after = await startSession(
    { email: 'ana@firm.example', password: goodPassword },
    { ...from, request: pageRequest('/staff/sign-in', before) },
  )

  expect(after?.get('set-cookie')).not.toBe(before.get('set-cookie'))
  expect(await findViewer(pageRequest('/staff', before), now)).toBeNull()
  expect(await findViewer(pageRequest('/staff', after ?? undefined), now)).not.toBeNull()
})

test('a cookie that was signed out is worth nothing any more', async () => {
  const cookies = await signedIn('ana@firm.example')

  await endSession(pageRequest('/staff', cookies).headers.get('cookie'))

  expect(await findViewer(pageRequest('/staff', cookies), now)).toBeNull()
})

test('a new password ends every session of the account', async () => {
  await addStaff({ email: 'cleo@firm.example' })
  const cookies = await signedIn('cleo@firm.example')

  const password = await resetPassword('CLEO@firm.example')

  expect(await findViewer(pageRequest('/staff', cookies), now)).toBeNull()
  expect(await startSession({ email: 'cleo@firm.example', password: goodPassword }, from)).toBeNull()
  expect(await startSession({ email: 'cleo@firm.example', password: password ?? '' }, from)).not.toBeNull()
})

test('an admin who was idle for more than an hour has to sign in again, a consultant has not', async () => {
  const admin = await signedIn('ana@firm.example')
  const consultant = await signedIn('ben@firm.example')
  const later = addMinutes(addHours(now, 1), 1)

  expect(await findViewer(pageRequest('/staff', admin), later)).toBeNull()
  expect(await findViewer(pageRequest('/staff', consultant), later)).not.toBeNull()
})

test('a consultant who keeps working stays signed in, and after eight idle hours is signed out', async () => {
  const cookies = await signedIn('ben@firm.example')
  const afternoon = addHours(now, 7)

  expect(await findViewer(pageRequest('/staff', cookies), afternoon)).not.toBeNull()
  expect(await findViewer(pageRequest('/staff', cookies), addHours(afternoon, 7))).not.toBeNull()
  expect(await findViewer(pageRequest('/staff', cookies), addHours(afternoon, 16))).toBeNull()
})

test('a session ends seven days after signing in, however busy it is', async () => {
  const cookies = await signedIn('ben@firm.example')
  const session = await db.staffSession.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })

  expect(session.expiresAt.getTime() - addDays(session.createdAt, 7).getTime()).toBeLessThan(1000)
  await db.staffSession.update({
    where: { id: session.id },
    data: { expiresAt: new Date(now.getTime() - 1) },
  })
  expect(await findViewer(pageRequest('/staff', cookies), now)).toBeNull()
})

test('a cookie with another signature signs nobody in', async () => {
  const cookies = await signedIn('ana@firm.example')
  const forged =
    pageRequest('/staff', cookies)
      .headers.get('cookie')
      ?.replace(/\.[^.]{4}/, '.AAAA') ?? ''

  expect(
    await findViewer(new Request('http://localhost:3000/staff', { headers: { cookie: forged } }), now),
  ).toBeNull()
})

test('who is not signed in is sent to sign in and then to the page asked for', async () => {
  const refusal = await requireStaff(pageRequest('/staff/leads?q=acme')).catch((thrown: unknown) => thrown)

  expect(refusal).toBeInstanceOf(Response)
  expect(refusal instanceof Response && refusal.headers.get('location')).toBe(
    '/staff/sign-in?next=%2Fstaff%2Fleads%3Fq%3Dacme',
  )
})

test('nobody can open an account on their own', async () => {
  const attempt = auth.api.signUpEmail({
    body: { name: 'Mallory', email: 'mallory@evil.test', password: goodPassword },
  })

  await expect(attempt).rejects.toThrow(/sign up is not enabled/i)
  expect(await db.staff.count({ where: { email: 'mallory@evil.test' } })).toBe(0)
})
