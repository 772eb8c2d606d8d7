import { db } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { sayMoment } from '#app/time/say.ts'

const perPage = 50

/** How many the viewer has not read: what the header of every page shows. */
export function countUnread(viewer: Viewer): Promise<number> {
  return db.notification.count({ where: { staffId: viewer.id, readAt: null } })
}

/** One page of them, newest first. `seen` is which leads the viewer may see: one that is out of scope by now is not named. */
export async function listNotifications(
  viewer: Viewer,
  { seen, before }: { seen: Prisma.LeadWhereInput; before: string | undefined },
) {
  const edge = before
    ? await db.notification.findFirst({ where: { id: before, staffId: viewer.id } })
    : undefined
  const rows = await db.notification.findMany({
    where: {
      staffId: viewer.id,
      ...(edge && {
        createdAt: { lte: edge.createdAt },
        OR: [{ createdAt: { lt: edge.createdAt } }, { createdAt: edge.createdAt, id: { lt: edge.id } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: perPage + 1,
    include: { actor: { select: { name: true } }, task: { select: { id: true, title: true } } },
  })
  const shown = rows.slice(0, perPage)
  const leadIds = shown.flatMap(({ leadId }) => (leadId ? [leadId] : []))
  const leads = await db.lead.findMany({
    where: { id: { in: leadIds }, AND: seen },
    select: { id: true, ref: true, title: true },
  })
  const leadOf = new Map(leads.map((lead) => [lead.id, lead]))
  return {
    rows: shown.map(({ id, kind, createdAt, readAt, actor, task, leadId }) => {
      const lead = leadId ? leadOf.get(leadId) : undefined
      return {
        id,
        isUnread: readAt === null,
        iso: createdAt.toISOString(),
        when: sayMoment(createdAt, viewer.timeZone),
        words: wordsFor({ kind, by: actor?.name ?? null, hasTask: task !== null }),
        about: task?.title ?? (lead ? `L-${lead.ref} ${lead.title}` : 'A lead you do not see any more'),
        href: task ? paths.staff.task(task.id) : lead ? paths.staff.lead(lead.ref) : null,
      }
    }),
    next: rows.length > perPage ? (shown.at(-1)?.id ?? null) : null,
  }
}

export type NotificationRow = Awaited<ReturnType<typeof listNotifications>>['rows'][number]

type Told = { kind: string; by: string | null; hasTask: boolean }

function wordsFor({ kind, by, hasTask }: Told): string {
  switch (kind) {
    case 'assigned':
      return hasTask
        ? `${by ?? 'The desk'} gave you a task`
        : by
          ? `${by} gave you a lead`
          : 'A new lead is yours'
    case 'mentioned':
      return `${by ?? 'Somebody'} mentioned you in a note`
    case 'reply':
      return 'They wrote or booked again'
    case 'bounced':
      return 'A letter came back: the address takes none'
    case 'due':
      return 'Due now'
    case 'overdue':
      return 'A day late'
    case 'new_lead':
      return 'A new lead waits for an owner'
    default:
      return kind
  }
}

/** Marks one as read, or all of them. */
export async function markRead(viewer: Viewer, id: string | null, now: Date): Promise<void> {
  await db.notification.updateMany({
    where: { staffId: viewer.id, readAt: null, ...(id !== null && { id }) },
    data: { readAt: now },
  })
}
