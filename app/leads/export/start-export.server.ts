import { audit } from '#app/audit/audit.server.ts'
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { Chosen } from '../bulk/bulk-act.ts'
import { countChosen } from '../bulk/chosen-leads.server.ts'
import { addJob } from '../jobs/jobs.server.ts'
import { requireEditor } from '../scope.server.ts'
import type { ExportAsk } from './export-ask.ts'

/** Asks for a file of leads; the worker writes it. Whoever may only look takes nothing away. */
export async function startExport(
  viewer: Viewer,
  { key, ...ask }: ExportAsk & { key: string },
  now: Date,
): Promise<{ id: string }> {
  requireEditor(viewer)
  const total = await countChosen({ viewer, chosen: ask.chosen, now })
  return db.$transaction(async (tx) => {
    const job = await addJob(tx, viewer, { kind: 'export', state: 'running', key, ask, total })
    if (job.isNew) {
      await audit(tx, {
        ...{ actorId: viewer.id, action: 'export.asked', entity: 'job', entityId: job.id },
        after: { leads: total, filter: filterNamesIn(ask.chosen) },
      })
    }
    return { id: job.id }
  })
}

/** By what leads were chosen, for the audit log: the names of the filter, without what was looked for. */
function filterNamesIn(chosen: Chosen): string[] {
  if ('refs' in chosen) return ['ticked']
  return [...new Set(new URLSearchParams(chosen.query).keys())].sort()
}
