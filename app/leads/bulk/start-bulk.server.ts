import { audit } from '#app/audit/audit.server.ts'
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addJob } from '../jobs/jobs.server.ts'
import { requireEditor } from '../scope.server.ts'
import type { BulkAsk } from './bulk-act.ts'
import { countChosen } from './chosen-leads.server.ts'

/** Asks for a change to many leads; the worker does it. The same form sent twice is one job. */
export async function startBulk(
  viewer: Viewer,
  { key, ...ask }: BulkAsk & { key: string },
  now: Date,
): Promise<{ id: string }> {
  requireEditor(viewer)
  const total = await countChosen({ viewer, chosen: ask.chosen, now })
  return db.$transaction(async (tx) => {
    const job = await addJob(tx, viewer, { kind: 'bulk', state: 'preparing', key, ask, total })
    if (job.isNew) {
      await audit(tx, {
        ...{ actorId: viewer.id, action: 'bulk.asked', entity: 'job', entityId: job.id },
        after: { act: ask.act.act, leads: total },
      })
    }
    return { id: job.id }
  })
}
