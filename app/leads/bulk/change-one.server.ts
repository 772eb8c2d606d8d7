import { z } from 'zod'
import type { Transaction } from '#app/db.server.ts'
import { LeadStatus, LostReason } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { moveLead } from '../change-status.server.ts'
import { giveLead } from '../give-lead.server.ts'
import { setArchived, setTags } from '../group-lead.server.ts'
import { leadScope } from '../scope.server.ts'
import { whyNotBulk, type BulkAct, type BulkRefusal } from './bulk-act.ts'
import { rightsOf } from './chosen-leads.server.ts'

const moment = z.iso.datetime().nullable()

/** What a job changed of a lead, as it was before; `at` is when it did. What was not changed stands here too, and unused. */
export const beforeSchema = z.object({
  at: z.iso.datetime(),
  ownerId: z.string(),
  status: z.enum(LeadStatus),
  lostReason: z.enum(LostReason).nullable(),
  lostNote: z.string(),
  closedAt: moment,
  stageEnteredAt: z.iso.datetime(),
  archivedAt: moment,
})
export type Before = z.infer<typeof beforeSchema>

export type Changed = { ok: true; before: Before } | { ok: false; reason: BulkRefusal }

/** The lead once nobody else is changing it; null when the viewer may not, or it is gone. */
export async function lockLead(tx: Transaction, viewer: Viewer, id: string) {
  await tx.$queryRaw`SELECT FROM lead WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.lead.findFirst({
    where: { id, AND: leadScope(viewer) },
    select: {
      ...{ id: true, status: true, version: true, ownerId: true, tags: true, archivedAt: true },
      ...{ lostReason: true, lostNote: true, closedAt: true, stageEnteredAt: true },
    },
  })
}
export type LockedLead = NonNullable<Awaited<ReturnType<typeof lockLead>>>

/** Does to one lead what is done to many, by the code that changes a single one. */
export async function changeOne(
  tx: Transaction,
  viewer: Viewer,
  { leadId, act }: { leadId: string; act: BulkAct },
  now: Date,
): Promise<Changed> {
  const lead = await lockLead(tx, viewer, leadId)
  if (!lead) return { ok: false, reason: 'gone' }
  const facts = { ...lead, ownerId: lead.ownerId ?? '', isArchived: lead.archivedAt !== null }
  const reason = whyNotBulk(act, facts, rightsOf(viewer)) ?? (await perform(tx, viewer, { lead, act }, now))
  return reason ? { ok: false, reason } : { ok: true, before: beforeOf(lead, now) }
}

async function perform(
  tx: Transaction,
  viewer: Viewer,
  { lead, act }: { lead: LockedLead; act: BulkAct },
  now: Date,
): Promise<BulkRefusal | null> {
  switch (act.act) {
    case 'owner':
      await giveLead(tx, viewer, { lead, to: act.owner }, now)
      return null
    case 'status': {
      const moved = await moveLead(tx, viewer, { lead, change: act }, now)
      return moved.ok ? null : moved.reason === 'changed-meanwhile' ? 'gone' : moved.reason
    }
    case 'tag':
      await setTags(tx, viewer, { lead, tags: [...lead.tags, act.tag].sort() }, now)
      return null
    case 'untag':
      await setTags(tx, viewer, { lead, tags: lead.tags.filter((tag) => tag !== act.tag) }, now)
      return null
    case 'archive':
    case 'unarchive':
      await setArchived(tx, viewer, { leadId: lead.id, at: act.act === 'archive' ? now : null }, now)
      return null
    default:
      return act satisfies never
  }
}

function beforeOf(lead: LockedLead, now: Date): Before {
  const { status, lostReason, lostNote } = lead
  return {
    ...{ status, lostReason, lostNote, at: now.toISOString(), ownerId: lead.ownerId ?? '' },
    closedAt: lead.closedAt?.toISOString() ?? null,
    stageEnteredAt: lead.stageEnteredAt.toISOString(),
    archivedAt: lead.archivedAt?.toISOString() ?? null,
  }
}
