import { db } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { isDeleted } from '../deleted/list-deleted.server.ts'
import { leadScope, mayDelete } from '../scope.server.ts'

/** The number of the lead that took this one over, when the viewer may see it; null for one that was not merged. */
export async function findKept(viewer: Viewer, ref: number): Promise<number | null> {
  const kept = await db.lead.findFirst({
    where: { mergedLeads: { some: { ref } }, AND: leadScope(viewer) },
    select: { ref: true },
  })
  return kept?.ref ?? null
}

/** Where an old address of a lead leads: to the lead that took it over, or to the deleted ones; 404 when nowhere. */
export async function getWhereItIs(viewer: Viewer, ref: number): Promise<string> {
  const kept = await findKept(viewer, ref)
  if (kept !== null) return paths.staff.lead(kept)
  if (mayDelete(viewer) && (await isDeleted(ref))) return `${paths.staff.deletedLeads()}#l-${ref}`
  throw new Response(null, { status: 404 })
}
