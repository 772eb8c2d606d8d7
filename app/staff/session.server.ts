/**
 * A session is a row, read on every request: deleting the row signs out at once. It ends seven days after signing in,
 * and sooner when it lies idle; `updatedAt` says when it was last used.
 */
import { APIError } from 'better-auth/api'
import { milliseconds } from 'date-fns'
import { z } from 'zod'
import { audit } from '#app/audit/audit.server.ts'
import { db } from '#app/db.server.ts'
import { StaffRole } from '#app/prisma/enums.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { addressHeader, auth, sessionCookie } from './auth.server.ts'
import type { Viewer } from './viewer.server.ts'

const idleHours: Record<StaffRole, number> = { admin: 1, manager: 8, consultant: 8, read_only: 8 }
const notedEveryMs = milliseconds({ minutes: 1 })

const viewerSchema: z.ZodType<Viewer> = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(StaffRole),
  timeZone: timeZoneSchema,
})

/** Whether a cookie header claims to sign somebody in; whom, only `readSession` knows. */
export function hasSessionCookie(cookies: string): boolean {
  return cookies.includes(`${sessionCookie}=`)
}

export type Session = {
  viewer: Viewer
  token: string
  /** Their role asks for a second factor and they have none yet: until then there is nothing else to do. */
  mustAddFactor: boolean
}

/** Who a cookie header signs in; null when nobody, or no longer. */
export async function readSession(cookies: string | null, now: Date): Promise<Session | null> {
  if (!cookies || !hasSessionCookie(cookies)) return null
  const found = await auth.api.getSession({
    headers: new Headers({ cookie: cookies }),
    query: { disableCookieCache: true, disableRefresh: true },
  })
  if (!found) return null

  const viewer = viewerSchema.parse(found.user)
  const { token, updatedAt } = found.session
  const idleFor = now.getTime() - updatedAt.getTime()
  const standing = await standingOf(viewer)
  if (standing.isDisabled || idleFor > milliseconds({ hours: idleHours[viewer.role] })) {
    await db.staffSession.deleteMany({ where: { token } })
    return null
  }
  if (idleFor > notedEveryMs) await db.staffSession.updateMany({ where: { token }, data: { updatedAt: now } })
  return { viewer, token, mustAddFactor: standing.mustAddFactor }
}

async function standingOf({ id }: Viewer): Promise<{ isDisabled: boolean; mustAddFactor: boolean }> {
  const [standing] = await db.$queryRaw<{ isDisabled: boolean; mustAddFactor: boolean }[]>`
    SELECT disabled_at IS NOT NULL AS "isDisabled",
      role = ANY(second_factor_for) AND NOT two_factor_enabled
        AND NOT EXISTS (SELECT FROM staff_passkey WHERE staff_id = staff.id) AS "mustAddFactor"
    FROM staff, desk_setting WHERE staff.id = ${id}`
  return standing ?? { isDisabled: true, mustAddFactor: false }
}

export type From = { ip: string; request: Request; now: Date }

/**
 * Checks a password: null when the address is unknown, the password wrong or the account disabled, which take the same
 * time. Otherwise the headers that set a cookie: of a session, or, when a code is owed, of the step that asks for it. A
 * session the browser had before ends.
 */
export async function enterPassword(
  credentials: { email: string; password: string },
  from: From,
): Promise<{ cookies: Headers; needsCode: boolean } | null> {
  const previous = await readSession(from.request.headers.get('cookie'), from.now)
  const entered = await auth.api
    .signInEmail({ body: credentials, headers: headersFor(from), returnHeaders: true })
    .catch(nullWhenUnauthorised)
  if (!entered) return null

  await forgetSessions(previous?.token ?? null, from.now)
  return { cookies: cookiesIn(entered.headers), needsCode: 'twoFactorRedirect' in entered.response }
}

/** Begins a session with a password alone: the headers that set its cookie, or null when that does not open the desk. */
export async function startSession(
  credentials: { email: string; password: string },
  from: From,
): Promise<Headers | null> {
  const entered = await enterPassword(credentials, from)
  return entered && !entered.needsCode ? entered.cookies : null
}

/** Begins a session for somebody who has just proved who they are without a password; null when they are disabled. */
export async function startProvenSession(staffId: string, from: From): Promise<Headers | null> {
  const previous = await readSession(from.request.headers.get('cookie'), from.now)
  const begun = await auth.api
    .beginProvenSession({ body: { userId: staffId }, headers: headersFor(from), returnHeaders: true })
    .catch(nullWhenUnauthorised)
  if (!begun) return null

  await forgetSessions(previous?.token ?? null, from.now)
  return cookiesIn(begun.headers)
}

/** What a browser had before, and whatever has run out by itself. */
async function forgetSessions(token: string | null, now: Date): Promise<void> {
  await db.staffSession.deleteMany({ where: { OR: [{ token: token ?? '' }, { expiresAt: { lt: now } }] } })
}

/** Ends the session of a cookie header; the headers that take the cookie away. */
export async function endSession(cookies: string | null): Promise<Headers> {
  const session = await readSession(cookies, new Date())
  if (session) {
    const { id } = session.viewer
    await audit(db, { actorId: id, action: 'sign-out', entity: 'staff', entityId: id })
  }
  const { headers } = await auth.api.signOut({
    headers: new Headers({ cookie: cookies ?? '' }),
    returnHeaders: true,
  })
  return cookiesIn(headers)
}

export function headersFor({ ip, request }: Pick<From, 'ip' | 'request'>): Headers {
  const agent = request.headers.get('user-agent')?.slice(0, 300) ?? ''
  return new Headers({ [addressHeader]: ip, 'user-agent': agent })
}

export function nullWhenUnauthorised(error: unknown): null {
  if (error instanceof APIError && error.statusCode === 401) return null
  throw error
}

export function cookiesIn(headers: Headers): Headers {
  const cookies = new Headers()
  for (const cookie of headers.getSetCookie()) cookies.append('set-cookie', cookie)
  return cookies
}
