import { redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { currentRequest } from '#app/ops/current-request.server.ts'
import { pageBefore } from '#app/ops/page-before.ts'
import { safeRedirect } from '#app/ops/safe-redirect.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import type { TimeZone } from '#app/time/types.ts'
import { readSession, type Session } from './session.server.ts'

/** The member of staff who is asking, read from the database on every request: a changed role counts at once. */
export type Viewer = { id: string; name: string; email: string; role: StaffRole; timeZone: TimeZone }

/** Null when nobody is signed in. */
export async function findViewer(request: Request, now: Date = new Date()): Promise<Viewer | null> {
  return (await findSession(request, now))?.viewer ?? null
}

/** The viewer, or a redirect to sign-in that comes back to the page asked for. */
export async function requireStaff(request: Request, now: Date = new Date()): Promise<Viewer> {
  return (await requireSession(request, { now })).viewer
}

/** The same with the session itself. Whoever owes a second factor is led to where it is set up, and nowhere else. */
export async function requireSession(
  request: Request,
  { now = new Date(), evenWithoutFactor = false }: { now?: Date; evenWithoutFactor?: boolean } = {},
): Promise<Session> {
  const session = await findSession(request, now)
  if (!session) throw redirect(paths.staff.signIn(pageAskedFor(request)))
  const isThere = new URL(request.url).pathname.replace(/\.data$/, '') === paths.staff.security()
  if (session.mustAddFactor && !isThere && !evenWithoutFactor) throw redirect(paths.staff.security(), 303)
  return session
}

async function findSession(request: Request, now: Date): Promise<Session | null> {
  const session = await readSession(request.headers.get('cookie'), now)
  const current = currentRequest()
  if (session && current) current.viewerId = session.viewer.id
  return session
}

/** Only a page can be returned to: of what was posted, the one that it was posted from. */
function pageAskedFor(request: Request): string | undefined {
  const { pathname, search } = new URL(request.url)
  const home = paths.staff.home()
  const page =
    request.method === 'GET' ? safeRedirect(`${pathname}${search}`, home) : pageBefore(request, home)
  return page === home ? undefined : page
}
