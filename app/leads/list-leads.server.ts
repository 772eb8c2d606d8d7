import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { wordsIn, writeCursor, type Cursor, type LeadFilter } from './lead-filter.ts'
import { leadScope } from './scope.server.ts'

const rowsOnAPage = 50
/** Counting further costs more than anyone learns from it. */
export const countedUpTo = 1000

const rowShape = {
  id: true,
  ref: true,
  title: true,
  status: true,
  createdAt: true,
  person: { select: { name: true } },
  company: { select: { name: true } },
  owner: { select: { id: true, name: true } },
} satisfies Prisma.LeadSelect

/** One page of the leads that the viewer may see, newest first. `count` ends at `countedUpTo` + 1. */
export async function listLeads(viewer: Viewer, filter: LeadFilter, now: Date) {
  const where: Prisma.LeadWhereInput = { AND: [leadScope(viewer), ...conditionsOf(filter)] }
  const [found, count] = await Promise.all([
    db.lead.findMany({
      where: filter.after ? { AND: [where, isAfter(filter.after)] } : where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: rowsOnAPage + 1,
      select: {
        ...rowShape,
        bookings: {
          where: { status: 'confirmed', endsAt: { gt: now } },
          orderBy: { startsAt: 'asc' },
          take: 1,
          select: { startsAt: true },
        },
      },
    }),
    db.lead.count({ where, take: countedUpTo + 1 }),
  ])
  const leads = found.slice(0, rowsOnAPage)
  const last = leads.at(-1)
  return { leads, count, next: found.length > rowsOnAPage && last ? writeCursor(last) : null }
}

/** Whether there is any lead at all, whoever may see it: tells an empty desk from one without rights. */
export async function hasLeads(): Promise<boolean> {
  return (await db.lead.findFirst({ select: { id: true } })) !== null
}

function conditionsOf({ q, status }: LeadFilter): Prisma.LeadWhereInput[] {
  const words = wordsIn(q).map((word) => ({ searchText: { contains: literally(word) } }))
  return status ? [{ status }, ...words] : words
}

/** LIKE's own signs are looked for like any other. */
export function literally(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}

/** The first clause says nothing new, but turns the second from a filter into a range of the index. */
export function isAfter({ createdAt, id }: Cursor) {
  return {
    AND: [
      { createdAt: { lte: createdAt } },
      { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] },
    ],
  }
}
