import { isLive, leadScope } from '#app/leads/scope.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'

/**
 * The bookings a viewer may see, as a condition for the `where` of every query and verb: those of their leads and those
 * that they hold themselves. What is out of scope does not exist: 404. A reservation is no booking yet, and the
 * bookings of a deleted lead are gone with it.
 */
export function bookingScope(viewer: Viewer): Prisma.BookingWhereInput {
  const made = { status: { not: 'reserved' }, lead: { is: isLive } } satisfies Prisma.BookingWhereInput
  if (viewer.role !== 'consultant') return made
  return {
    AND: [made, { OR: [{ lead: { is: leadScope(viewer) } }, { host: { is: { staffId: viewer.id } } }] }],
  }
}
