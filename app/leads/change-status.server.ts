import type { Transaction } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { LeadStatus, LostReason } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { isClosed, whyNotChange, type StatusRefusal } from './lead-status.ts'
import { recordEvent } from './record-event.server.ts'
import { leadScope, mayReopen } from './scope.server.ts'

export type NewStatus = {
  to: LeadStatus
  lostReason?: LostReason | undefined
  note: string
}

/**
 * Moves a lead to another status, as it was read in the same transaction: of two people who decide at the same time the
 * second is told (`changed-meanwhile`).
 */
export async function moveLead(
  tx: Transaction,
  viewer: Viewer,
  { lead, change }: { lead: { id: string; status: LeadStatus; version: number }; change: NewStatus },
  now: Date,
): Promise<Outcome<null, StatusRefusal | 'changed-meanwhile'>> {
  const refusal = whyNotChange({ ...change, from: lead.status, mayReopen: mayReopen(viewer) })
  if (refusal) return refused(refusal)

  const moved = await tx.lead.updateMany({
    where: { id: lead.id, version: lead.version, AND: leadScope(viewer) },
    data: {
      ...closing(change, now),
      status: change.to,
      stageEnteredAt: now,
      version: { increment: 1 },
    },
  })
  if (moved.count === 0) return refused('changed-meanwhile')

  await recordEvent(tx, {
    leadId: lead.id,
    at: now,
    actorId: viewer.id,
    event: {
      kind: 'status',
      from: lead.status,
      to: change.to,
      because: 'chosen',
      ...(change.to === 'lost' && { lostReason: change.lostReason }),
      ...(change.note && { note: change.note }),
    },
  })
  return done(null)
}

function closing({ to, lostReason, note }: NewStatus, now: Date) {
  return {
    closedAt: isClosed(to) ? now : null,
    lostReason: to === 'lost' ? (lostReason ?? null) : null,
    lostNote: to === 'lost' ? note : '',
  }
}
