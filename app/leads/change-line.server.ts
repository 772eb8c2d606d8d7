/**
 * What can be changed about a lead where it stands in a list: status, owner, next action. All of it or nothing; a field
 * that was not touched is not written, so two people who change different things do not meet.
 */
import { db, type Transaction } from '#app/db.server.ts'
import { tellAssignee } from '#app/notifications/tell-assignee.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { tellOwner } from './assignment/settle-owner.server.ts'
import { moveLead, type NewStatus } from './change-status.server.ts'
import { giveLead, mayHold } from './give-lead.server.ts'
import { whyNotChange, type StatusRefusal } from './lead-status.ts'
import { plannedOf, type Planned } from './list/next-action.ts'
import { recordTask } from './record-task.server.ts'
import { leadScope, mayReassign, mayReopen, requireEditor } from './scope.server.ts'

/** Each with what it was when the form was drawn; null for what was not touched. */
export type LineChange = {
  status: (NewStatus & { was: LeadStatus }) | null
  /** Staff ids; `''` is nobody. */
  owner: { to: string; was: string } | null
  next: { title: string; dueAt: Date; was: Planned } | null
}

export type LineRefusal =
  | StatusRefusal
  | 'not-found'
  | 'status-meanwhile'
  | 'changed-meanwhile'
  | 'owner-meanwhile'
  | 'may-not-reassign'
  | 'no-such-owner'
  | 'next-meanwhile'

export async function changeLine(
  viewer: Viewer,
  ref: number,
  change: LineChange,
  now: Date,
): Promise<Outcome<null, LineRefusal>> {
  requireEditor(viewer)
  return db.$transaction(async (tx): Promise<Outcome<null, LineRefusal>> => {
    if (change.next || change.owner) await lockTasks(tx, ref)
    const lead = await lockLead(tx, viewer, ref)
    if (!lead) return refused('not-found')
    const refusal =
      whyNotStatus(viewer, lead, change) ??
      (await whyNotOwner(tx, viewer, lead, change)) ??
      whyNotNext(viewer, lead, change)
    if (refusal) return refused(refusal)

    if (change.owner) await giveAndTell(tx, viewer, { lead, to: change.owner.to }, now)
    if (change.next) await planNext(tx, viewer, { lead, ...change.next, owner: change.owner?.to }, now)
    return change.status ? moveLead(tx, viewer, { lead, change: change.status }, now) : done(null)
  })
}

/** Before the lead, as whoever ticks one off: nobody waits in a circle. */
async function lockTasks(tx: Transaction, ref: number): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM task JOIN lead ON lead.id = lead_id WHERE ref = ${ref} AND done_at IS NULL
    ORDER BY task.id FOR UPDATE OF task`
}

type LockedLead = {
  id: string
  status: LeadStatus
  version: number
  ownerId: string | null
  nextAction: string
  nextActionAt: Date | null
}

/** Read once nobody else is changing it. */
async function lockLead(tx: Transaction, viewer: Viewer, ref: number): Promise<LockedLead | null> {
  await tx.$queryRaw`SELECT FROM lead WHERE ref = ${ref} FOR NO KEY UPDATE`
  return tx.lead.findFirst({
    where: { ref, AND: leadScope(viewer) },
    select: {
      ...{ id: true, status: true, version: true, ownerId: true },
      nextAction: true,
      nextActionAt: true,
    },
  })
}

function whyNotStatus(viewer: Viewer, lead: LockedLead, { status }: LineChange): LineRefusal | null {
  if (!status) return null
  if (lead.status !== status.was) return 'status-meanwhile'
  return whyNotChange({ ...status, from: lead.status, mayReopen: mayReopen(viewer) })
}

async function whyNotOwner(
  tx: Transaction,
  viewer: Viewer,
  lead: LockedLead,
  { owner }: LineChange,
): Promise<LineRefusal | null> {
  if (!owner) return null
  const now = lead.ownerId ?? ''
  if (now !== owner.was) return 'owner-meanwhile'
  if (!mayReassign(viewer, now)) return 'may-not-reassign'
  return (await mayHold(tx, owner.to)) ? null : 'no-such-owner'
}

function whyNotNext(viewer: Viewer, lead: LockedLead, { next }: LineChange): LineRefusal | null {
  if (!next) return null
  const held = plannedOf(lead, viewer.timeZone)
  // Ticked off meanwhile: there is nothing to write over.
  if (held.title === '') return null
  const isAsShown = (['title', 'date', 'time'] as const).every((field) => held[field] === next.was[field])
  return isAsShown ? null : 'next-meanwhile'
}

async function giveAndTell(
  tx: Transaction,
  viewer: Viewer,
  { lead, to }: { lead: LockedLead; to: string },
  now: Date,
): Promise<void> {
  const given = await giveLead(tx, viewer, { lead, to }, now)
  if (to !== '') await tellOwner(tx, { lead: given, ownerId: to, by: viewer.id }, now)
}

type Planning = { lead: LockedLead; title: string; dueAt: Date; owner: string | undefined }

/** The next action is the task that is due first: it gets another name and time, or is the lead's first. */
async function planNext(
  tx: Transaction,
  viewer: Viewer,
  { lead, title, dueAt, owner }: Planning,
  now: Date,
): Promise<void> {
  const leadId = lead.id
  const next = await tx.task.findFirst({
    where: { leadId, doneAt: null },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { id: true, assigneeId: true, dueAt: true },
  })
  if (next) {
    const isMoved = next.dueAt.getTime() !== dueAt.getTime()
    await tx.task.update({
      where: { id: next.id },
      data: { title, dueAt, ...(isMoved && { remindedAt: null, overdueAt: null }) },
    })
    const task = { id: next.id, leadId }
    await recordTask(tx, viewer, { task, what: 'changed', before: next, after: { ...next, dueAt } }, now)
    return
  }
  const wanted = owner ?? lead.ownerId ?? ''
  const assigneeId = wanted !== '' && (await mayHold(tx, wanted)) ? wanted : viewer.id
  const row = { leadId, title, dueAt, assigneeId }
  const task = await tx.task.create({
    data: { ...row, createdById: viewer.id, createdAt: now },
    select: { id: true, leadId: true },
  })
  await recordTask(tx, viewer, { task, what: 'added', after: row }, now)
  await tellAssignee(tx, viewer, { id: task.id, ...row }, now)
}
