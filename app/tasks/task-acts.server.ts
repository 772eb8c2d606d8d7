import { db, type Transaction } from '#app/db.server.ts'
import { recordTask } from '#app/leads/record-task.server.ts'
import { leadScope, requireEditor } from '#app/leads/scope.server.ts'
import { tellAssignee } from '#app/notifications/tell-assignee.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Staff } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { instantsAt } from '#app/time/instants.ts'
import type { CalendarDate, LocalTime } from '#app/time/types.ts'
import { timeZoneSchema } from '#app/time/zones.ts'
import { taskScope } from './scope.server.ts'

/** What is to be done; the time is read on the assignee's clock. */
export type PlannedTask = { title: string; date: CalendarDate; time: LocalTime; assigneeId: string }

export type TaskRefusal = 'no-such-person' | 'cannot-see-lead' | 'no-such-time'

/** Adds a task, about a lead (its number) or alone. Twice the same by one person is one task. 404 out of scope. */
export async function addTask(
  viewer: Viewer,
  { ref, ...planned }: PlannedTask & { ref: number | null },
  now: Date,
): Promise<Outcome<{ id: string }, TaskRefusal>> {
  requireEditor(viewer)
  return db.$transaction(async (tx): Promise<Outcome<{ id: string }, TaskRefusal>> => {
    await lockFor(tx, 'key', `tasks of ${viewer.id}`)
    // Held before it is read: one that is merged or deleted at this moment takes no more tasks.
    if (ref !== null) await tx.$queryRaw`SELECT FROM lead WHERE ref = ${ref} FOR NO KEY UPDATE`
    const lead =
      ref === null
        ? null
        : await tx.lead.findFirst({ where: { ref, AND: leadScope(viewer) }, select: { id: true } })
    if (ref !== null && !lead) throw new Response(null, { status: 404 })
    const settled = await settle(tx, planned, lead?.id ?? null)
    if (!settled.ok) return settled

    const row = { leadId: lead?.id ?? null, title: planned.title, createdById: viewer.id, ...settled.value }
    const same = await tx.task.findFirst({ where: { ...row, doneAt: null }, select: { id: true } })
    if (same) return done(same)
    const { id } = await tx.task.create({ data: { ...row, createdAt: now }, select: { id: true } })
    await recordTask(tx, viewer, { task: { id, leadId: row.leadId }, what: 'added', after: row }, now)
    await tellAssignee(tx, viewer, { id, ...row }, now)
    return done({ id })
  })
}

/** Changes what is to be done, when and by whom; a new time is reminded of anew. */
export async function changeTask(
  viewer: Viewer,
  id: string,
  planned: PlannedTask,
  now: Date,
): Promise<Outcome<null, TaskRefusal>> {
  requireEditor(viewer)
  return db.$transaction(async (tx): Promise<Outcome<null, TaskRefusal>> => {
    const task = await tx.task.findFirst({ where: { id, AND: taskScope(viewer) } })
    if (!task) throw new Response(null, { status: 404 })
    const settled = await settle(tx, planned, task.leadId)
    if (!settled.ok) return settled

    const isMoved = task.dueAt.getTime() !== settled.value.dueAt.getTime()
    const row = { title: planned.title, ...settled.value }
    await tx.task.update({
      where: { id },
      data: { ...row, ...(isMoved && { remindedAt: null, overdueAt: null }) },
    })
    await recordTask(tx, viewer, { task, what: 'changed', before: task, after: row }, now)
    if (row.assigneeId !== task.assigneeId) {
      await tellAssignee(tx, viewer, { id, leadId: task.leadId, ...row }, now)
    }
    return done(null)
  })
}

/** Ticks a task off, or takes the tick away. */
export async function setTaskDone(viewer: Viewer, id: string, isDone: boolean, now: Date): Promise<void> {
  requireEditor(viewer)
  await db.$transaction(async (tx) => {
    const task = await tx.task.findFirst({
      where: { id, AND: taskScope(viewer) },
      select: { id: true, leadId: true, doneAt: true },
    })
    if (!task) throw new Response(null, { status: 404 })
    if ((task.doneAt !== null) === isDone) return
    await tx.task.update({
      where: { id },
      data: isDone ? { doneAt: now, doneById: viewer.id } : { doneAt: null, doneById: null },
    })
    await recordTask(tx, viewer, { task, what: isDone ? 'done' : 'undone' }, now)
  })
}

/** Who it is for and when, checked: whoever is given a task about a lead must be able to see the lead. */
async function settle(
  tx: Transaction,
  { date, time, assigneeId }: PlannedTask,
  leadId: string | null,
): Promise<Outcome<{ assigneeId: string; dueAt: Date }, TaskRefusal>> {
  const assignee = await tx.staff.findFirst({
    where: { id: assigneeId, disabledAt: null, role: { not: 'read_only' } },
  })
  if (!assignee) return refused('no-such-person')
  if (leadId !== null && !(await seesLead(tx, assignee, leadId))) return refused('cannot-see-lead')
  const [at] = instantsAt(date, time, timeZoneSchema.parse(assignee.timeZone))
  return at === undefined ? refused('no-such-time') : done({ assigneeId, dueAt: new Date(at) })
}

async function seesLead(tx: Transaction, staff: Staff, leadId: string): Promise<boolean> {
  const viewer = { ...staff, timeZone: timeZoneSchema.parse(staff.timeZone) }
  return (await tx.lead.count({ where: { id: leadId, AND: leadScope(viewer) } })) > 0
}
