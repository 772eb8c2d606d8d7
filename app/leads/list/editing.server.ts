import type { Viewer } from '#app/staff/viewer.server.ts'
import { dateIn, timeIn } from '#app/time/instants.ts'
import { listOwners } from '../owners.server.ts'
import { mayEdit, mayReopen } from '../scope.server.ts'
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
  const { nextAction, nextActionAt } = lead
  return {
    ref,
    owners: await listOwners(),
    planned: {
      title: nextAction,
      date: nextActionAt ? dateIn(nextActionAt, viewer.timeZone) : '',
      time: nextActionAt ? timeIn(nextActionAt, viewer.timeZone) : '',
    },
    mayReopen: mayReopen(viewer),
    back: `${back}#l-${ref}`,
    errors: {},
    typed: null,
  }
}
