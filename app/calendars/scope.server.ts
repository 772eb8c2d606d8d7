import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'

/**
 * The calendars whose hours, dates and addresses a viewer may see, as a condition for the `where` of every query and
 * verb: 404 for others. A consultant's is their own.
 */
export function calendarScope(viewer: Viewer): Prisma.HostWhereInput {
  switch (viewer.role) {
    case 'admin':
    case 'manager':
    case 'read_only':
      return {}
    case 'consultant':
      return { staffId: viewer.id }
    default:
      return viewer.role satisfies never
  }
}

/** What they see they may change, unless they only look. */
export function mayChangeCalendars(viewer: Viewer): boolean {
  return viewer.role !== 'read_only'
}

/** Throws 403 when the viewer may look but not change. */
export function requireCalendarEditor(viewer: Viewer): void {
  if (!mayChangeCalendars(viewer))
    throw new Response('Your account can look at calendars but not change them.', { status: 403 })
}

/** What is everybody's (types of consultation, closures, which calendars there are) is changed by those who answer for it. */
export function runsTheOffice(viewer: Viewer): boolean {
  return viewer.role === 'admin' || viewer.role === 'manager'
}

/** Throws 403 for everybody else. */
export function requireOffice(viewer: Viewer): void {
  if (!runsTheOffice(viewer)) throw new Response('Only admins and managers can change this.', { status: 403 })
}
