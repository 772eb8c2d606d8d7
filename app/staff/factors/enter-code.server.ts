import { APIError } from 'better-auth/api'
import { audit } from '#app/audit/audit.server.ts'
import { db } from '#app/db.server.ts'
import { takeFrom } from '#app/ops/rate-limits.server.ts'
import { auth, codeCookie } from '../auth.server.ts'
import { cookiesIn, headersFor, type From } from '../session.server.ts'
import { takeCode } from './used-codes.server.ts'

export type EnteredCode =
  | { ok: true; cookies: Headers }
  /** `expired`: the password has to be entered again. */
  | { ok: false; reason: 'wrong' | 'expired' | 'locked' }
  | { ok: false; reason: 'too-often'; retryAfterSeconds: number }

type Opened = { headers: Headers; response: { token?: string; user: { id: string } } }

/**
 * The second step of signing in: the code of an authenticator app, six figures that work once, or a recovery code. The
 * browser's cookie says whose password was right.
 */
export async function enterCode(typed: string, from: From): Promise<EnteredCode> {
  const byAddress = await takeFrom('sign-in-address', from.ip)
  if (!byAddress.ok) return { ...byAddress, reason: 'too-often' }

  const code = typed.replaceAll(/\s/g, '')
  const isFromApp = /^\d{6}$/.test(code)
  const opened = await open({ code, isFromApp }, from)
  if ('reason' in opened) return { ok: false, reason: opened.reason }

  const { token = '', user } = opened.response
  if (isFromApp && !(await takeCode(user.id, code, from.now))) {
    await db.staffSession.deleteMany({ where: { token } })
    return { ok: false, reason: 'wrong' }
  }
  await audit(db, {
    actorId: user.id,
    action: 'sign-in',
    entity: 'staff',
    entityId: user.id,
    after: { by: isFromApp ? 'password and app' : 'password and recovery code' },
  })
  return { ok: true, cookies: cookiesIn(opened.headers) }
}

async function open(
  { code, isFromApp }: { code: string; isFromApp: boolean },
  from: From,
): Promise<Opened | { reason: 'wrong' | 'expired' | 'locked' }> {
  const step = { body: { code }, headers: stepHeaders(from), returnHeaders: true } as const
  try {
    return isFromApp ? await auth.api.verifyTOTP(step) : await auth.api.verifyBackupCode(step)
  } catch (error) {
    if (error instanceof APIError) return { reason: refusals[String(error.body?.code)] ?? 'wrong' }
    throw error
  }
}

const refusals: Record<string, 'expired' | 'locked'> = {
  INVALID_TWO_FACTOR_COOKIE: 'expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'expired',
  ACCOUNT_TEMPORARILY_LOCKED: 'locked',
}

/** Only the cookie of this step: with that of a session the code would be checked for whoever that belongs to. */
function stepHeaders(from: From): Headers {
  const headers = headersFor(from)
  const cookies = (from.request.headers.get('cookie') ?? '').split('; ')
  headers.set('cookie', cookies.filter((cookie) => cookie.startsWith(`${codeCookie}=`)).join('; '))
  return headers
}
