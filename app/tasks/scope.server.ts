import { leadScope } from '#app/leads/scope.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'

/**
 * The tasks that a viewer may see, as a condition for the `where` of every query and verb: those of leads in their scope,
 * their own, and those they gave; who sees every lead sees every task. 404 for others.
 */
export function taskScope(viewer: Viewer): Prisma.TaskWhereInput {
  const ofLead = { lead: { is: leadScope(viewer) } }
  switch (viewer.role) {
    case 'admin':
    case 'manager':
    case 'read_only':
      return { OR: [ofLead, { leadId: null }] }
    case 'consultant':
      return { OR: [ofLead, { leadId: null, OR: [{ assigneeId: viewer.id }, { createdById: viewer.id }] }] }
    default:
      return viewer.role satisfies never
  }
}
