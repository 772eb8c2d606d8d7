/** What staff group leads by: tags, and the archive for closed ones. Neither is work on a lead, so neither makes it look busy. */
import type { Transaction } from '#app/db.server.ts'
import { done, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { onLead } from './on-lead.server.ts'
import { recordEvent } from './record-event.server.ts'

export async function setTags(
  tx: Transaction,
  viewer: Viewer,
  { lead, tags }: { lead: { id: string; tags: readonly string[] }; tags: readonly string[] },
  now: Date,
): Promise<void> {
  const added = tags.filter((tag) => !lead.tags.includes(tag))
  const removed = lead.tags.filter((tag) => !tags.includes(tag))
  if (added.length + removed.length === 0) return
  await tx.lead.update({ where: { id: lead.id }, data: { tags: [...tags] }, select: { id: true } })
  const event = { kind: 'tagged' as const, added, removed }
  await recordEvent(tx, { leadId: lead.id, at: now, actorId: viewer.id, isActivity: false, event })
}

/** `at`: since when it is in the archive; null takes it out. */
export async function setArchived(
  tx: Transaction,
  viewer: Viewer,
  { leadId, at }: { leadId: string; at: Date | null },
  now: Date,
): Promise<void> {
  await tx.lead.update({ where: { id: leadId }, data: { archivedAt: at }, select: { id: true } })
  const event = { kind: 'archived' as const, archived: at !== null }
  await recordEvent(tx, { leadId, at: now, actorId: viewer.id, isActivity: false, event })
}

/** The tags of one lead, as its page asks. */
export function retag(
  viewer: Viewer,
  ref: number,
  tags: readonly string[],
  now: Date,
): Promise<Outcome<null, 'not-found'>> {
  return onLead<null, never>(viewer, ref, async (tx, leadId) => {
    const lead = await tx.lead.findUniqueOrThrow({ where: { id: leadId }, select: { id: true, tags: true } })
    await setTags(tx, viewer, { lead, tags }, now)
    return done(null)
  })
}

/** Puts a closed lead into the archive or takes it out; where it is there already, or open, nothing happens. */
export function putAway(
  viewer: Viewer,
  ref: number,
  archived: boolean,
  now: Date,
): Promise<Outcome<null, 'not-found'>> {
  return onLead<null, never>(viewer, ref, async (tx, leadId) => {
    const { archivedAt, closedAt } = await tx.lead.findUniqueOrThrow({
      where: { id: leadId },
      select: { archivedAt: true, closedAt: true },
    })
    const changes = archived ? closedAt !== null && archivedAt === null : archivedAt !== null
    if (changes) await setArchived(tx, viewer, { leadId, at: archived ? now : null }, now)
    return done(null)
  })
}
