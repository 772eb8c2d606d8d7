import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { twoFactor } from 'better-auth/plugins'
import { secondsInDay, secondsInMinute } from 'date-fns/constants'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { log } from '#app/ops/log.server.ts'
import { derivedKey } from '#app/ops/signed-link.server.ts'
import { singleton } from '#app/ops/singleton.server.ts'
import { site } from '#app/site.ts'
import { hashPassword, verifyPassword } from './password.server.ts'
import { provenSessions } from './proven-sessions.server.ts'

const isSecure = env.APP_URL.startsWith('https:')

/** Between the password and the code of an authenticator app: how long that step may take. */
const codeWithinSeconds = 10 * secondsInMinute

/** `__Host-` binds the cookie to this very host and to https; over plain http browsers would refuse the name. */
export const sessionCookie = isSecure ? '__Host-staff' : 'staff'

/** Says that a password was right and a code is still owed. */
export const codeCookie = isSecure ? '__Host-staff-code' : 'staff-code'

/** Our own header, from the server's idea of the address: what a client sends under this name never arrives here. */
export const addressHeader = 'x-staff-address'

/**
 * Sign-in for staff. better-auth keeps sessions and passwords; it answers no URL of its own: our routes call
 * `auth.api` on the server, so what it could do beyond that is out of reach from outside.
 */
export const auth = singleton('staff auth', () =>
  betterAuth({
    appName: 'staff',
    baseURL: env.APP_URL,
    secret: derivedKey(env.SESSION_SECRETS[0], 'staff sessions').toString('base64url'),
    database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level]({ from: 'better-auth' }, message) },
    // The limits are ours, in the database: ops/rate-limits.server.ts.
    rateLimit: { enabled: false },
    user: {
      modelName: 'staff',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        timeZone: { type: 'string', required: true, input: false },
      },
    },
    session: {
      modelName: 'staffSession',
      // The absolute end. Idle time is counted in session.server.ts, and no cookie stands in for the row.
      expiresIn: 7 * secondsInDay,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: { modelName: 'staffAccount' },
    verification: { modelName: 'staffVerification' },
    databaseHooks: { session: { create: { before: refuseDisabled } } },
    plugins: [
      // Ten wrong codes in a row close this step for a quarter of an hour. Only who has the password gets so far, so no
      // stranger can lock a colleague out; a passkey opens the desk meanwhile.
      twoFactor({ issuer: site.name, twoFactorCookieMaxAge: codeWithinSeconds }),
      provenSessions,
    ],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    advanced: {
      database: { generateId: false },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      useSecureCookies: false,
      cookies: {
        session_token: { name: sessionCookie, attributes: { secure: isSecure } },
        two_factor: { name: codeCookie, attributes: { secure: isSecure } },
      },
    },
  }),
)

/** No session for whoever is disabled, however they prove who they are. */
async function refuseDisabled({ userId }: { userId: string }): Promise<false | undefined> {
  const active = await db.staff.findFirst({ where: { id: userId, disabledAt: null }, select: { id: true } })
  return active ? undefined : false
}
