import { audit } from '#app/audit/audit.server.ts'
import type { Transaction } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { LeadEventEntry } from './lead-event.ts'
import { recordEvent } from './record-event.server.ts'

type Happened = Extract<LeadEventEntry, { kind: 'task' }>['what']

/** What the audit log says of a task: for whom, until when, and whether it is done. */
export type TaskFacts = { assigneeId: string; dueAt: Date }

type Recorded = {
  task: { id: string; leadId: string | null }
  what: Happened
  before?: TaskFacts
  /** Left out where neither changes. */
  after?: TaskFacts
}

/**
 * Writes down what somebody did with a task: in the audit log and, when it is about a lead, on its timeline. It is no
 * activity on the lead: a lead on which things are only planned goes stale all the same.
 */
export async function recordTask(
  tx: Transaction,
  viewer: Viewer,
  { task, what, before, after }: Recorded,
  now: Date,
): Promise<void> {
  const isTicked = what === 'done' || what === 'undone'
  await audit(tx, {
    ...{ actorId: viewer.id, action: 'task.changed', entity: 'task', entityId: task.id },
    ...(before && { before: audited(before) }),
    ...(isTicked && { before: { done: what === 'undone' } }),
    after: isTicked ? { done: what === 'done' } : after ? audited(after) : {},
  })
  if (task.leadId === null) return
  const assignee =
    after && (await tx.staff.findUnique({ where: { id: after.assigneeId }, select: { name: true } }))
  await recordEvent(tx, {
    ...{ leadId: task.leadId, at: now, actorId: viewer.id, isActivity: false, isAudited: false },
    event: {
      ...{ kind: 'task', taskId: task.id, what },
      ...(after && { dueAt: after.dueAt.toISOString() }),
      ...(assignee && { assignee: assignee.name }),
    },
  })
}

function audited({ assigneeId, dueAt }: TaskFacts) {
  return { assignee: assigneeId, due: dueAt.toISOString() }
}
