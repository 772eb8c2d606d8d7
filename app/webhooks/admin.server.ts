import type { Viewer } from '#app/staff/viewer.server.ts'

/** Throws 403 for everybody but admins: a webhook sends what happens here to another firm's computer. */
export function requireAdmin(viewer: Viewer): void {
  if (viewer.role !== 'admin') throw new Response('Only admins can see and change webhooks.', { status: 403 })
}
