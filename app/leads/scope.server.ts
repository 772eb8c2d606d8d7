import { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'

/**
 * What a viewer may see, as a condition for the `where` of every query and every verb. What is out of scope does not
 * exist for the viewer: 404, never 403. A consultant sees their own leads, those nobody has taken, and those whose
 * consultation they hold. What was deleted or merged exists for nobody.
 */
export function leadScope(viewer: Viewer): Prisma.LeadWhereInput {
  switch (viewer.role) {
    case 'admin':
    case 'manager':
    case 'read_only':
      return isLive
    case 'consultant':
      return {
        ...isLive,
        OR: [
          { ownerId: viewer.id },
          { ownerId: null },
          { bookings: { some: { host: { staffId: viewer.id } } } },
        ],
      }
    default:
      return viewer.role satisfies never
  }
}

/** Neither deleted nor merged into another lead: what is one or the other stands in no list, count or search. */
export const isLive = { deletedAt: null, mergedIntoId: null } satisfies Prisma.LeadWhereInput

/** The same of a row of `lead`, in the words of the indexes that leave out what is not. */
export const isLiveRow = Prisma.sql`deleted_at IS NULL AND merged_into_id IS NULL`

/** Everybody but consultants: whose leads they are narrows nothing. */
export function seesAllLeads(viewer: Viewer): boolean {
  return viewer.role !== 'consultant'
}

/** Letters follow their lead; those without one (a notice to the office) are for admins and managers. */
export function letterScope(viewer: Viewer): Prisma.LetterWhereInput {
  const ofLead = { lead: { is: leadScope(viewer) } }
  return seesEverything(viewer) ? { OR: [{ leadId: null }, ofLead] } : ofLead
}

/** Throws 403 when the viewer may look but not change. */
export function requireEditor(viewer: Viewer): void {
  if (!mayEdit(viewer))
    throw new Response('Your account can look at leads but not change them.', { status: 403 })
}

export function mayEdit(viewer: Viewer): boolean {
  return viewer.role !== 'read_only'
}

/** Throws 403 unless the viewer is one of those who delete and restore leads. */
export function requireDeleter(viewer: Viewer): void {
  if (!mayDelete(viewer))
    throw new Response('Leads are deleted and restored by admins and managers.', { status: 403 })
}

export function mayDelete(viewer: Viewer): boolean {
  return seesEverything(viewer)
}

/** A closed lead is opened again by those who answer for all leads. */
export function mayReopen(viewer: Viewer): boolean {
  return seesEverything(viewer)
}

/** A consultant gives away what is theirs and takes what is nobody's (`''`). */
export function mayReassign(viewer: Viewer, ownerId: string): boolean {
  return seesAllLeads(viewer) || ownerId === '' || ownerId === viewer.id
}

/** Those who answer for all leads. */
export function seesEverything(viewer: Viewer): boolean {
  return viewer.role === 'admin' || viewer.role === 'manager'
}
