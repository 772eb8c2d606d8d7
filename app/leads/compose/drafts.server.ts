import { z } from 'zod'
import { db, type Transaction } from '#app/db.server.ts'
import { line, paragraph } from '#app/ops/text.ts'
import { DraftKind } from '#app/prisma/enums.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { onLead } from '../on-lead.server.ts'
import { done, type Outcome } from '#app/ops/outcome.ts'

export const draftSchema = z.object({
  kind: z.enum(DraftKind),
  subject: line(500),
  body: paragraph(20_000),
})

export type DraftWords = { subject: string; body: string }

/** What the viewer began to write about a lead, by kind. */
export async function listDrafts(viewer: Viewer, leadId: string): Promise<Map<DraftKind, DraftWords>> {
  const drafts = await db.leadDraft.findMany({
    where: { leadId, staffId: viewer.id },
    select: { kind: true, subject: true, body: true },
  })
  return new Map(drafts.map(({ kind, subject, body }) => [kind, { subject, body }]))
}

/** Keeps what was typed so far; nothing typed keeps nothing. */
export async function keepDraft(
  viewer: Viewer,
  ref: number,
  { kind, subject, body }: DraftWords & { kind: DraftKind },
  now: Date,
): Promise<Outcome<null, 'not-found'>> {
  return onLead(viewer, ref, async (tx, leadId) => {
    if (body === '') {
      await dropDraft(tx, { viewer, leadId, kind })
      return done(null)
    }
    const words = { subject, body, updatedAt: now }
    await tx.leadDraft.upsert({
      where: { leadId_staffId_kind: { leadId, staffId: viewer.id, kind } },
      create: { leadId, staffId: viewer.id, kind, ...words },
      update: words,
    })
    return done(null)
  })
}

/** What was sent is no draft any more. */
export async function dropDraft(
  tx: Transaction,
  { viewer, leadId, kind }: { viewer: Viewer; leadId: string; kind: DraftKind },
): Promise<void> {
  await tx.leadDraft.deleteMany({ where: { leadId, staffId: viewer.id, kind } })
}

/** The same by the number of the lead. */
export function dropDraftOf(
  viewer: Viewer,
  ref: number,
  kind: DraftKind,
): Promise<Outcome<null, 'not-found'>> {
  return onLead(viewer, ref, async (tx, leadId) => {
    await dropDraft(tx, { viewer, leadId, kind })
    return done(null)
  })
}
