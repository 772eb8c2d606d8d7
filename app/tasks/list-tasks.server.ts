import { endOfDay } from './end-of-day.ts'
import { db } from '#app/db.server.ts'
import { leadScope } from '#app/leads/scope.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { sayMoment } from '#app/time/say.ts'
import { taskScope } from './scope.server.ts'

const perPage = 50

export const taskViews = {
  mine: 'Mine',
  today: 'Due today',
  overdue: 'Overdue',
  all: 'All open',
  done: 'Done',
} as const
export type TaskView = keyof typeof taskViews

export function isTaskView(text: string | null): text is TaskView {
  return text !== null && Object.hasOwn(taskViews, text)
}

/** One page of the tasks in scope: open ones by due time, done ones newest first. */
export async function listTasks(
  viewer: Viewer,
  { show, after, now }: { show: TaskView; after: string | undefined; now: Date },
) {
  const edge = after ? await db.task.findFirst({ where: { id: after, AND: taskScope(viewer) } }) : null
  const rows = await db.task.findMany({
    where: { AND: [taskScope(viewer), viewOf(show, viewer, now), ...(edge ? [pastEdge(show, edge)] : [])] },
    orderBy: show === 'done' ? [{ doneAt: 'desc' }, { id: 'desc' }] : [{ dueAt: 'asc' }, { id: 'asc' }],
    take: perPage + 1,
    select: taskShape,
  })
  const shown = rows.slice(0, perPage)
  const seen = await leadsSeen(viewer, shown)
  return {
    rows: shown.map((task) => describeTask(task, { viewer, now, seen })),
    next: rows.length > perPage ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** The tasks of one lead that the viewer may see, open ones first: for its page. */
export async function listTasksOfLead(viewer: Viewer, leadId: string, now: Date) {
  const rows = await db.task.findMany({
    where: { leadId, AND: taskScope(viewer) },
    orderBy: [{ doneAt: { sort: 'desc', nulls: 'first' } }, { dueAt: 'asc' }, { id: 'asc' }],
    take: perPage,
    select: taskShape,
  })
  // On the lead's own page no task names it again.
  return rows.map((task) => describeTask(task, { viewer, now, seen: new Set() }))
}

export type TaskRow = Awaited<ReturnType<typeof listTasks>>['rows'][number]

const taskShape = {
  ...{ id: true, title: true, dueAt: true, doneAt: true },
  assignee: { select: { id: true, name: true } },
  lead: { select: { id: true, ref: true, title: true } },
} satisfies Prisma.TaskSelect
type StoredTask = Prisma.TaskGetPayload<{ select: typeof taskShape }>

function viewOf(show: TaskView, viewer: Viewer, now: Date): Prisma.TaskWhereInput {
  switch (show) {
    case 'mine':
      return { doneAt: null, assigneeId: viewer.id }
    case 'today':
      return { doneAt: null, assigneeId: viewer.id, dueAt: { lt: endOfDay(now, viewer.timeZone) } }
    case 'overdue':
      return { doneAt: null, dueAt: { lte: now } }
    case 'all':
      return { doneAt: null }
    case 'done':
      return { doneAt: { not: null } }
    default:
      return show satisfies never
  }
}

function pastEdge(show: TaskView, { id, dueAt, doneAt }: { id: string; dueAt: Date; doneAt: Date | null }) {
  if (show === 'done' && doneAt) {
    return { doneAt: { lte: doneAt }, OR: [{ doneAt: { lt: doneAt } }, { id: { lt: id } }] }
  }
  return { dueAt: { gte: dueAt }, OR: [{ dueAt: { gt: dueAt } }, { id: { gt: id } }] }
}

/** A lead that is out of scope by now is not named beside its task. */
async function leadsSeen(viewer: Viewer, tasks: readonly StoredTask[]): Promise<Set<string>> {
  const ids = tasks.flatMap(({ lead }) => (lead ? [lead.id] : []))
  const seen = await db.lead.findMany({
    where: { id: { in: ids }, AND: leadScope(viewer) },
    select: { id: true },
  })
  return new Set(seen.map(({ id }) => id))
}

function describeTask(task: StoredTask, about: { viewer: Viewer; now: Date; seen: ReadonlySet<string> }) {
  const { id, title, dueAt, doneAt, assignee, lead } = task
  const { viewer, now, seen } = about
  return {
    id,
    title,
    due: sayMoment(dueAt, viewer.timeZone),
    iso: dueAt.toISOString(),
    isDone: doneAt !== null,
    isLate: doneAt === null && dueAt <= now,
    assignee: assignee.id === viewer.id ? 'You' : assignee.name,
    lead: lead && seen.has(lead.id) ? { ref: lead.ref, title: lead.title } : null,
  }
}
