import type { Transaction } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { giveLead, mayHold } from '../give-lead.server.ts'
import { setArchived, setTags } from '../group-lead.server.ts'
import { mostTags } from '../tags.ts'
import { recordEvent } from '../record-event.server.ts'
import type { BulkAct, UndoRefusal } from './bulk-act.ts'
import { lockLead, type Before, type LockedLead } from './change-one.server.ts'

type Undone = { lead: LockedLead; act: BulkAct; before: Before }

/** Puts a lead back to what it was, if it still is what the job made of it; otherwise says why not. */
export async function undoOne(
  tx: Transaction,
  viewer: Viewer,
  { leadId, act, before }: { leadId: string; act: BulkAct; before: Before },
  now: Date,
): Promise<UndoRefusal | null> {
  const lead = await lockLead(tx, viewer, leadId)
  if (!lead) return 'gone'
  if (!isAsGiven({ lead, act, before })) return 'changed-since'
  return putBack(tx, viewer, { lead, act, before }, now)
}

function isAsGiven({ lead, act, before }: Undone): boolean {
  switch (act.act) {
    case 'owner':
      return (lead.ownerId ?? '') === act.owner
    case 'status':
      // Moved away and back is moved: the moment tells.
      return lead.status === act.to && lead.stageEnteredAt.toISOString() === before.at
    case 'tag':
      return lead.tags.includes(act.tag)
    case 'untag':
      return !lead.tags.includes(act.tag) && lead.tags.length < mostTags
    case 'archive':
      return lead.archivedAt?.toISOString() === before.at
    case 'unarchive':
      return lead.archivedAt === null && lead.closedAt !== null
    default:
      return act satisfies never
  }
}

async function putBack(
  tx: Transaction,
  viewer: Viewer,
  { lead, act, before }: Undone,
  now: Date,
): Promise<UndoRefusal | null> {
  switch (act.act) {
    case 'owner':
      if (!(await mayHold(tx, before.ownerId))) return 'owner-left'
      await giveLead(tx, viewer, { lead, to: before.ownerId }, now, { isActivity: false })
      return null
    case 'status':
      await moveBack(tx, viewer, { lead, before }, now)
      return null
    case 'tag':
      await setTags(tx, viewer, { lead, tags: lead.tags.filter((tag) => tag !== act.tag) }, now)
      return null
    case 'untag':
      await setTags(tx, viewer, { lead, tags: [...lead.tags, act.tag].sort() }, now)
      return null
    case 'archive':
    case 'unarchive': {
      const at = before.archivedAt === null ? null : new Date(before.archivedAt)
      await setArchived(tx, viewer, { leadId: lead.id, at }, now)
      return null
    }
    default:
      return act satisfies never
  }
}

/** Not a move by the rules but the end of one that should not have been: the time in the stage before goes on. */
async function moveBack(
  tx: Transaction,
  viewer: Viewer,
  { lead, before }: Pick<Undone, 'lead' | 'before'>,
  now: Date,
): Promise<void> {
  const { status, lostReason, lostNote, closedAt, archivedAt } = before
  await tx.lead.update({
    where: { id: lead.id },
    data: {
      ...{ status, lostReason, lostNote, version: { increment: 1 } },
      stageEnteredAt: new Date(before.stageEnteredAt),
      closedAt: closedAt === null ? null : new Date(closedAt),
      archivedAt: archivedAt === null ? null : new Date(archivedAt),
    },
    select: { id: true },
  })
  await recordEvent(tx, {
    leadId: lead.id,
    at: now,
    actorId: viewer.id,
    isActivity: false,
    event: {
      ...{ kind: 'status', from: lead.status, to: status, because: 'undone' },
      ...(lostReason && { lostReason }),
    },
  })
}
