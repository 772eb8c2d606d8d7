import { redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { safeRedirect } from '#app/ops/safe-redirect.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import type { TimeZone } from '#app/time/types.ts'
import { readSession } from './session.server.ts'

/** The member of staff who is asking, read from the database on every request: a changed role counts at once. */
export type Viewer = { id: string; name: string; email: string; role: StaffRole; timeZone: TimeZone }

/** Null when nobody is signed in. */
export async function findViewer(request: Request, now: Date = new Date()): Promise<Viewer | null> {
  const session = await readSession(request.headers.get('cookie'), now)
  return session?.viewer ?? null
}

/** The viewer, or a redirect to sign-in that comes back to the page asked for. */
export async function requireStaff(request: Request, now: Date = new Date()): Promise<Viewer> {
  const viewer = await findViewer(request, now)
  if (viewer) return viewer
  throw redirect(paths.staff.signIn(pageAskedFor(request)))
}

/** Only a page can be returned to: what was posted is gone. */
function pageAskedFor(request: Request): string | undefined {
  if (request.method !== 'GET') return undefined
  const { pathname, search } = new URL(request.url)
  const page = safeRedirect(`${pathname}${search}`, paths.staff.home())
  return page === paths.staff.home() ? undefined : page
}
