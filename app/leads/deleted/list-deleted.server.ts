import { addDays } from 'date-fns'
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { sayDate, sayMoment } from '#app/time/say.ts'
import { writeCursor, type Cursor } from '../keyset.ts'
import { requireDeleter } from '../scope.server.ts'

const rowsOnAPage = 50
export const restoredWithinDays = 30

/** One page of the deleted leads, the last deleted first, each with when it is erased. */
export async function listDeleted(viewer: Viewer, after: Cursor | undefined, now: Date) {
  requireDeleter(viewer)
  const found = await db.lead.findMany({
    where: {
      mergedIntoId: null,
      deletedAt: { not: null, ...(after && { lte: after.at }) },
      ...(after && { OR: [{ deletedAt: { lt: after.at } }, { deletedAt: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ deletedAt: 'desc' }, { id: 'desc' }],
    take: rowsOnAPage + 1,
    select: {
      ...{ id: true, ref: true, title: true, status: true, deletedAt: true },
      person: { select: { name: true } },
      company: { select: { name: true } },
      events: {
        where: { kind: 'deleted' },
        orderBy: { id: 'desc' },
        take: 1,
        select: { actor: { select: { name: true } } },
      },
    },
  })
  const leads = found.slice(0, rowsOnAPage)
  const last = leads.at(-1)
  return {
    leads: leads.map(({ ref, title, status, person, company, events, deletedAt }) => ({
      ...{ ref, title, status, who: person.name, company: company?.name ?? null },
      by: events[0]?.actor?.name ?? null,
      deleted: deletedAt ? sayMoment(deletedAt, viewer.timeZone) : '',
      erased: deletedAt ? sayDate(addDays(deletedAt, restoredWithinDays), viewer.timeZone, now) : '',
    })),
    next:
      found.length > rowsOnAPage && last?.deletedAt ? writeCursor({ at: last.deletedAt, id: last.id }) : null,
  }
}

export type DeletedRow = Awaited<ReturnType<typeof listDeleted>>['leads'][number]

/** Whether a lead of that number waits among the deleted ones. */
export async function isDeleted(ref: number): Promise<boolean> {
  return (await db.lead.count({ where: { ref, deletedAt: { not: null }, mergedIntoId: null } })) > 0
}
