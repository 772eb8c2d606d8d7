import type { Transaction } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { giveTasks, ofThoseWhoCannotSee } from './give-tasks.server.ts'
import { recordEvent } from './record-event.server.ts'

/** Who may hold leads: everybody who can sign in and change them. `''` is nobody, who always may. */
export async function mayHold(tx: Transaction, staffId: string): Promise<boolean> {
  if (staffId === '') return true
  const holder = { id: staffId, role: { not: 'read_only' as const }, disabledAt: null }
  return (await tx.staff.count({ where: holder })) > 0
}

export type GivenLead = { id: string; ref: number; title: string }

/**
 * Changes whose a lead is and writes that down; whoever calls tells the new owner. `''` is nobody. Tasks about it of
 * whoever does not see it any more go along: whoever calls holds them.
 */
export async function giveLead(
  tx: Transaction,
  viewer: Viewer,
  { lead, to }: { lead: { id: string; ownerId: string | null }; to: string },
  now: Date,
  { isActivity = true }: { isActivity?: boolean } = {},
): Promise<GivenLead> {
  const given = await tx.lead.update({
    where: { id: lead.id },
    data: { ownerId: to || null },
    select: { id: true, ref: true, title: true },
  })
  const [from, next] = [await nameOf(tx, lead.ownerId), await nameOf(tx, to)]
  await recordEvent(tx, {
    leadId: lead.id,
    at: now,
    actorId: viewer.id,
    isActivity,
    event: { kind: 'owner', ...(from && { from }), ...(next && { to: next }) },
  })
  if (to !== '') await giveTasks(tx, viewer, { leadId: lead.id, of: ofThoseWhoCannotSee(to), to }, now)
  return given
}

async function nameOf(tx: Transaction, id: string | null): Promise<string | undefined> {
  const staff = id ? await tx.staff.findUnique({ where: { id }, select: { name: true } }) : null
  return staff?.name
}
