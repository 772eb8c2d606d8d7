import type { Viewer } from '#app/staff/viewer.server.ts'

/** Who sees the team: those who hand work out. */
export function requireTeamReader(viewer: Viewer): void {
  if (viewer.role !== 'admin' && viewer.role !== 'manager')
    throw new Response('Only admins and managers see the team.', { status: 403 })
}

/** Who decides who works here and as what. */
export function requireAdmin(viewer: Viewer): void {
  if (viewer.role !== 'admin') throw new Response('Only admins can change this.', { status: 403 })
}
