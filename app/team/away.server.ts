import { audit } from '#app/audit/audit.server.ts'
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { requireAdmin } from './rights.server.ts'
import { storedDate } from '#app/time/stored-dates.ts'

/** Adds days on which somebody is given no new leads; everybody their own, an admin anybody's. */
export async function addAway(
  viewer: Viewer,
  staffId: string,
  { from, until }: { from: CalendarDate; until: CalendarDate },
): Promise<void> {
  if (staffId !== viewer.id) requireAdmin(viewer)
  const days = { staffId, from: storedDate(from), until: storedDate(until) }
  await db.$transaction(async (tx) => {
    if (await tx.staffAway.findFirst({ where: days })) return
    await tx.staffAway.create({ data: days })
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'staff.away', entity: 'staff', entityId: staffId },
      after: { from, until },
    })
  })
}

export async function removeAway(viewer: Viewer, staffId: string, id: string): Promise<void> {
  if (staffId !== viewer.id) requireAdmin(viewer)
  await db.$transaction(async (tx) => {
    const removed = await tx.staffAway.deleteMany({ where: { id, staffId } })
    if (removed.count === 0) return
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'staff.away', entity: 'staff', entityId: staffId },
      after: { removed: id },
    })
  })
}
