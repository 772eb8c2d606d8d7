import { addDays } from 'date-fns'
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { sayDate } from '#app/time/say.ts'
import { findLater, undoable, undoneWithinDays } from './undo-regrouping.server.ts'

/** The merges into this lead, and what was split off it, that the viewer can undo; the newest first. */
export async function listRegroupings(viewer: Viewer, leadId: string, now: Date) {
  const found = await db.regrouping.findMany({
    where: { leadId, AND: undoable(viewer, now) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 20,
    include: { otherLead: { select: { ref: true } }, staff: { select: { name: true } } },
  })
  const [newest] = found
  const later = newest ? await findLater(db, newest) : null
  return found.map(({ id, kind, at, otherLead, staff }) => {
    // They are undone from the newest: each older one waits for it, and for what it waits for.
    const first = later ?? (id === newest?.id ? null : newest)
    return {
      id,
      kind,
      other: otherLead.ref,
      when: sayDate(at, viewer.timeZone, now),
      until: sayDate(addDays(at, undoneWithinDays), viewer.timeZone, now),
      by: staff?.name ?? null,
      /** What has to be undone before this. */
      later: first?.otherLead.ref ?? null,
    }
  })
}

export type RegroupingRow = Awaited<ReturnType<typeof listRegroupings>>[number]
