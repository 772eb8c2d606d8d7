/** An authenticator app as the second factor: begun with the password, on once a code of the app was right. */
import { APIError } from 'better-auth/api'
import { db } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { takeFrom } from '#app/ops/rate-limits.server.ts'
import { followAccountChange } from '../account-change.server.ts'
import { auth } from '../auth.server.ts'
import { provePassword, type NotProved } from '../passwords/prove-password.server.ts'
import { startProvenSession, type From, type Session } from '../session.server.ts'
import type { Viewer } from '../viewer.server.ts'
import { takeCode } from './used-codes.server.ts'

/** What is shown once: the address that the app's QR code holds, and the codes for the day the phone is lost. */
export type NewAuthenticator = { uri: string; recoveryCodes: string[] }

/** Makes a secret for the app. Nothing is on yet. */
export async function beginAuthenticator(
  viewer: Viewer,
  password: string,
  from: From,
): Promise<Outcome<NewAuthenticator, NotProved | 'already-on'>> {
  const proved = await provePassword(viewer, password, from.ip)
  if (!proved.ok) return proved
  try {
    const begun = await auth.api.enableTwoFactor({ body: { password }, headers: sessionHeaders(from) })
    if (begun.method !== 'totp') return refused('already-on')
    return done({ uri: begun.totpURI, recoveryCodes: begun.backupCodes })
  } catch (error) {
    if (error instanceof APIError && error.body?.code === 'TOTP_ALREADY_ENABLED') return refused('already-on')
    throw error
  }
}

/** Turns the app on when its code is right. */
export async function confirmAuthenticator(
  viewer: Viewer,
  typed: string,
  from: From,
): Promise<Outcome<Headers, 'wrong-code'>> {
  const code = typed.replaceAll(/\s/g, '')
  const taken = await takeFrom('sign-in-address', from.ip)
  if (!taken.ok || !(await isRight(code, from))) return refused('wrong-code')

  await takeCode(viewer.id, code, from.now)
  return done(
    await follow(viewer, from, {
      action: 'factor.added',
      what: 'An authenticator app was added to your account.',
    }),
  )
}

export async function removeAuthenticator(
  viewer: Viewer,
  password: string,
  from: From,
): Promise<Outcome<Headers, NotProved>> {
  const proved = await provePassword(viewer, password, from.ip)
  if (!proved.ok) return proved

  await auth.api.disableTwoFactor({ body: { password }, headers: sessionHeaders(from) })
  return done(
    await follow(viewer, from, {
      action: 'factor.removed',
      what: 'The authenticator app was removed from your account.',
    }),
  )
}

/** Makes new recovery codes; the old ones open nothing any more. This session goes on, to show them. */
export async function renewRecoveryCodes(
  { viewer, token }: Session,
  password: string,
  from: From,
): Promise<Outcome<string[], NotProved | 'not-on'>> {
  const proved = await provePassword(viewer, password, from.ip)
  if (!proved.ok) return proved
  const isOn = await db.twoFactor.count({ where: { userId: viewer.id, verified: true } })
  if (isOn === 0) return refused('not-on')

  const made = await auth.api.generateBackupCodes({ body: { password }, headers: sessionHeaders(from) })
  await db.$transaction((tx) =>
    followAccountChange(tx, {
      ...{ staffId: viewer.id, actorId: viewer.id, now: from.now, keepToken: token },
      ...{ action: 'factor.recovery-codes', what: 'New recovery codes were made for your account.' },
    }),
  )
  return done(made.backupCodes)
}

async function isRight(code: string, from: From): Promise<boolean> {
  try {
    await auth.api.verifyTOTP({ body: { code }, headers: sessionHeaders(from) })
    return true
  } catch (error) {
    if (error instanceof APIError) return false
    throw error
  }
}

type Followed = { action: 'factor.added' | 'factor.removed'; what: string }

/** Everything that was open ends; the browser that made the change goes on with a new session. */
async function follow({ id }: Viewer, from: From, change: Followed): Promise<Headers> {
  await db.$transaction((tx) =>
    followAccountChange(tx, { staffId: id, actorId: id, now: from.now, after: { factor: 'app' }, ...change }),
  )
  return (await startProvenSession(id, from)) ?? new Headers()
}

function sessionHeaders({ request }: From): Headers {
  return new Headers({ cookie: request.headers.get('cookie') ?? '' })
}
