import type { Viewer } from '#app/staff/viewer.server.ts'
import { listOwners } from '../owners.server.ts'
import { mayEdit, mayReopen } from '../scope.server.ts'
import { plannedOf } from './next-action.ts'
import type { ListedLead } from './list-leads.server.ts'
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
