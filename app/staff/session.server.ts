/**
 * A session is a row, read on every request: deleting the row signs out at once. It ends seven days after signing in,
 * and sooner when it lies idle; `updatedAt` says when it was last used.
 */
import { APIError } from 'better-auth/api'
import { milliseconds } from 'date-fns'
import { z } from 'zod'
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

/** Who a cookie header signs in, and the token of that session; null when nobody, or no longer. */
export async function readSession(
  cookies: string | null,
  now: Date,
): Promise<{ viewer: Viewer; token: string } | null> {
  if (!cookies || !hasSessionCookie(cookies)) return null
  const found = await auth.api.getSession({
    headers: new Headers({ cookie: cookies }),
    query: { disableCookieCache: true, disableRefresh: true },
  })
  if (!found) return null

  const viewer = viewerSchema.parse(found.user)
  const { token, updatedAt } = found.session
  const idleFor = now.getTime() - updatedAt.getTime()
  if (idleFor > milliseconds({ hours: idleHours[viewer.role] })) {
    await db.staffSession.deleteMany({ where: { token } })
    return null
  }
  if (idleFor > notedEveryMs) await db.staffSession.updateMany({ where: { token }, data: { updatedAt: now } })
  return { viewer, token }
}

/**
 * Checks a password and begins a session: the headers that set its cookie, or null when the address is unknown or the
 * password wrong, which take the same time. A session the browser had before ends.
 */
export async function startSession(
  credentials: { email: string; password: string },
  from: { ip: string; request: Request; now: Date },
): Promise<Headers | null> {
  const previous = await readSession(from.request.headers.get('cookie'), from.now)
  const begun = await auth.api
    .signInEmail({ body: credentials, headers: headersFor(from), returnHeaders: true })
    .catch(nullWhenUnauthorised)
  if (!begun) return null

  await db.staffSession.deleteMany({
    where: { OR: [{ token: previous?.token ?? '' }, { expiresAt: { lt: from.now } }] },
  })
  return cookiesIn(begun.headers)
}

/** Ends the session of a cookie header; the headers that take the cookie away. */
export async function endSession(cookies: string | null): Promise<Headers> {
  const { headers } = await auth.api.signOut({
    headers: new Headers({ cookie: cookies ?? '' }),
    returnHeaders: true,
  })
  return cookiesIn(headers)
}

function headersFor({ ip, request }: { ip: string; request: Request }): Headers {
  const agent = request.headers.get('user-agent')?.slice(0, 300) ?? ''
  return new Headers({ [addressHeader]: ip, 'user-agent': agent })
}

function nullWhenUnauthorised(error: unknown): null {
  if (error instanceof APIError && error.statusCode === 401) return null
  throw error
}

function cookiesIn(headers: Headers): Headers {
  const cookies = new Headers()
  for (const cookie of headers.getSetCookie()) cookies.append('set-cookie', cookie)
  return cookies
}
