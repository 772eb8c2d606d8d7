import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addDays } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import { readLeadFilter } from '../list/filter.ts'
import { findAndCount } from '../list/find-ids.server.ts'
import { readLeads } from '../list/list-leads.server.ts'
import { leadScope, mayEdit } from '../scope.server.ts'
import { todayLists } from './today-lists.ts'

const shownOfEach = 6

type ListName = keyof typeof todayLists

export type Today = Awaited<ReturnType<typeof readToday>>

/** What a member of staff has to do today, the most urgent first. */
export async function readToday(viewer: Viewer, now: Date) {
  const [overdue, unassigned, stale, tasks] = await Promise.all([
    readList(viewer, 'overdue', now),
    readList(viewer, 'unassigned', now),
    readList(viewer, 'stale', now),
    readTasks(viewer, now),
  ])
  return { overdue, unassigned, stale, tasks, mayEdit: mayEdit(viewer) }
}

async function readList(viewer: Viewer, name: ListName, now: Date) {
  const asked = { viewer, now, filter: readLeadFilter(new URLSearchParams(todayLists[name])) }
  const { count, ids } = await findAndCount(asked, shownOfEach)
  return { count, leads: await readLeads(ids, now) }
}

/** The viewer's own, overdue ones first, until the end of their day. */
async function readTasks(viewer: Viewer, now: Date) {
  const where: Prisma.TaskWhereInput = {
    assigneeId: viewer.id,
    doneAt: null,
    dueAt: { lt: endOfDay(viewer, now) },
    OR: [{ leadId: null }, { lead: { is: leadScope(viewer) } }],
  }
  const [count, tasks] = await Promise.all([
    db.task.count({ where, take: 1001 }),
    db.task.findMany({
      where,
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      take: shownOfEach,
      select: {
        ...{ id: true, title: true, dueAt: true },
        lead: {
          select: { ref: true, person: { select: { name: true } }, company: { select: { name: true } } },
        },
      },
    }),
  ])
  return { count, tasks }
}

function endOfDay(viewer: Viewer, now: Date): Date {
  return new Date(startOfDay(addDays(dateIn(now, viewer.timeZone), 1), viewer.timeZone))
}
