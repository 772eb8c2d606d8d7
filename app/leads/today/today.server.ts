import { addDays as daysLater } from 'date-fns'
import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addDays } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import { countLeads } from '../list/count-leads.server.ts'
import { readLeadFilter } from '../list/filter.ts'
import { findLeadIds } from '../list/find-ids.server.ts'
import { readLeads } from '../list/list-leads.server.ts'
import { leadScope, seesAllLeads } from '../scope.server.ts'

const shownOfEach = 6

/** The lists of the page: each is a filter of the list of leads, so that its number leads to what it counts. */
export const todayLists = {
  overdue: 'late=response',
  unassigned: 'owner=unassigned&sort=created',
  stale: 'stale=1&owner=me',
} as const
type ListName = keyof typeof todayLists

/** What a member of staff has to do today, the most urgent first. */
export async function readToday(viewer: Viewer, now: Date) {
  const [overdue, unassigned, stale, tasks, consultations] = await Promise.all([
    readList(viewer, 'overdue', now),
    readList(viewer, 'unassigned', now),
    readList(viewer, 'stale', now),
    readTasks(viewer, now),
    readConsultations(viewer, now),
  ])
  return { overdue, unassigned, stale, tasks, consultations }
}

async function readList(viewer: Viewer, name: ListName, now: Date) {
  const asked = { viewer, now, filter: readLeadFilter(new URLSearchParams(todayLists[name])) }
  const [count, { ids }] = await Promise.all([countLeads(asked), findLeadIds(asked, shownOfEach)])
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

/** Those that are still to come or under way today; a consultant's own. */
async function readConsultations(viewer: Viewer, now: Date) {
  const where: Prisma.BookingWhereInput = {
    status: 'confirmed',
    startsAt: { gte: daysLater(now, -1), lt: endOfDay(viewer, now) },
    endsAt: { gt: now },
    ...(seesAllLeads(viewer) ? {} : { host: { is: { staffId: viewer.id } } }),
  }
  const [count, bookings] = await Promise.all([
    db.booking.count({ where }),
    db.booking.findMany({
      where,
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: shownOfEach,
      select: {
        ...{ reference: true, startsAt: true, visitorName: true, company: true },
        host: { select: { name: true, staff: { select: { name: true } } } },
        lead: { select: { ref: true } },
      },
    }),
  ])
  return { count, bookings }
}

function endOfDay(viewer: Viewer, now: Date): Date {
  return new Date(startOfDay(addDays(dateIn(now, viewer.timeZone), 1), viewer.timeZone))
}
