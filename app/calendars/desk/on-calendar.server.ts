import { auditChange } from '#app/audit/audit-change.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import type { Host } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { calendarFacts } from '../calendar-facts.server.ts'
import { calendarScope, requireCalendarEditor } from '../scope.server.ts'
import { isSlug } from './find-calendar.server.ts'

/**
 * Runs an act on a calendar that the viewer may change, in one transaction: throws 403 when they only look and 404 out
 * of their scope. What happens to one calendar happens one after the other, bookings included, so an act that looks
 * first whether it was done already makes of a double click one act. What it changed stands in the audit log, whatever
 * it was: no act can forget to write it down.
 */
export async function onCalendar<Result>(
  viewer: Viewer,
  slug: string | undefined,
  act: (tx: Transaction, host: Host) => Promise<Result>,
): Promise<Result> {
  requireCalendarEditor(viewer)
  if (!isSlug(slug)) throw notFound()
  const where = { slug, AND: calendarScope(viewer) }
  return db.$transaction(async (tx) => {
    const found = await tx.host.findFirst({ where, select: { id: true } })
    if (!found) throw notFound()
    await lockFor(tx, 'host', found.id)
    const host = await tx.host.findUniqueOrThrow({ where: { id: found.id } })
    const before = await calendarFacts(tx, host.id)
    const result = await act(tx, host)
    await auditChange(
      tx,
      { actorId: viewer.id, action: 'calendar.changed', entity: 'calendar', entityId: host.slug },
      { before, after: await calendarFacts(tx, host.id) },
    )
    return result
  })
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
