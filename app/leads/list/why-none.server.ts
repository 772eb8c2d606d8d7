import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { seesEverything } from '../scope.server.ts'
import { isFiltered, type LeadFilter } from './filter.ts'
import type { WhyEmpty } from './no-leads.tsx'

/** Why a list shows no lead: an empty desk is another thing than a filter that fits none, or a reader who may see none. */
export async function whyNone(viewer: Viewer, filter: LeadFilter): Promise<WhyEmpty> {
  if (isFiltered(filter)) return 'no-match'
  if ((await db.lead.findFirst({ select: { id: true } })) === null) return 'nothing-yet'
  return seesEverything(viewer) ? 'none-open' : 'no-access'
}
