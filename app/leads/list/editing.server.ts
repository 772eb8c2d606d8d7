import type { Viewer } from '#app/staff/viewer.server.ts'
import { canSee, findLead } from '../find-lead.server.ts'
import { listOwners } from '../owners.server.ts'
import { mayEdit, mayReopen } from '../scope.server.ts'
import { plannedOf } from './next-action.ts'
import { readLeads, type ListedLead } from './list-leads.server.ts'
import type { Editing } from './row-editor.tsx'

/** The form in the line that the address names (`edit=1042`); null when that lead is not shown. */
export async function editingOf(
  viewer: Viewer,
  { leads, edit, back }: { leads: readonly ListedLead[]; edit: string | null; back: string },
): Promise<Editing | null> {
  const ref = Number(edit)
  const lead = leads.find((each) => each.ref === ref)
  if (!lead || !mayEdit(viewer)) return null
  return {
    ref,
    owners: await listOwners(),
    planned: plannedOf(lead, viewer.timeZone),
    mayReopen: mayReopen(viewer),
    back: `${back}#l-${ref}`,
    errors: {},
    typed: null,
  }
}

/** With the one that the address opens for changes first, should the filter have let go of it meanwhile. */
export async function withEdited(
  viewer: Viewer,
  { leads, edit }: { leads: readonly ListedLead[]; edit: string | null },
  now: Date,
): Promise<readonly ListedLead[]> {
  const ref = refOf(edit)
  if (ref === null || leads.some((each) => each.ref === ref)) return leads
  const lead = await findLead(viewer, ref)
  return lead ? [...(await readLeads([lead], now)), ...leads] : leads
}

/** The lead that was changed just now, if the change took it out of what is shown; null when it is there. */
export async function leftBy(
  viewer: Viewer,
  { leads, changed }: { leads: readonly ListedLead[]; changed: string | null },
): Promise<{ ref: number; isVisible: boolean } | null> {
  const ref = refOf(changed)
  if (ref === null || leads.some((each) => each.ref === ref)) return null
  return { ref, isVisible: await canSee(viewer, ref) }
}

function refOf(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
