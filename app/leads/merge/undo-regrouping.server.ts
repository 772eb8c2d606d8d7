/**
 * Undoes a merge or a split, the newest first: every row goes back to where it was, and every field to what it was, unless
 * somebody changed it since. What came in meanwhile stays on the lead that was kept.
 */
import { subDays } from 'date-fns'
import { audit } from '#app/audit/audit.server.ts'
import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { searchTextNow } from '../lead-words.server.ts'
import { leadScope, requireEditor, seesAllLeads } from '../scope.server.ts'
import { settleReturned } from '../settle-returned.server.ts'
import { changesSchema, undoChanges } from './changes.server.ts'
import { holdLeads } from './hold-leads.server.ts'
import { mergesLeads } from './merge-choices.ts'
import { isWorkedOn } from './worked-on.server.ts'

export const undoneWithinDays = 30

export type UndoRefusal = 'not-found' | 'regrouped-since' | 'worked-on'

const shape = {
  lead: { select: { id: true, ref: true } },
  otherLead: { select: { id: true, ref: true } },
} satisfies Prisma.RegroupingInclude
type Regrouped = Prisma.RegroupingGetPayload<{ include: typeof shape }>

export async function undoRegrouping(
  viewer: Viewer,
  ref: number,
  id: string,
  now: Date,
): Promise<Outcome<null, UndoRefusal>> {
  requireEditor(viewer)
  return db.$transaction(async (tx): Promise<Outcome<null, UndoRefusal>> => {
    const where = { id, lead: { is: { ref } }, AND: undoable(viewer, now) }
    const found = await tx.regrouping.findFirst({ where, include: shape })
    if (!found) return refused('not-found')
    await holdLeads(tx, [found.leadId, found.otherLeadId], peopleOf(found))
    // A double click finds it undone.
    const regrouped = await tx.regrouping.findFirst({ where, include: shape })
    if (!regrouped) return refused('not-found')
    if (await findLater(tx, regrouped)) return refused('regrouped-since')
    const changes = changesSchema.parse(regrouped.changes)
    if (regrouped.kind === 'split' && (await isWorkedOn(tx, regrouped.otherLeadId, changes)))
      return refused('worked-on')

    await tx.regrouping.delete({ where: { id } })
    await forget(tx, regrouped)
    const { kept } = await undoChanges(tx, changes)
    if (regrouped.kind === 'split') await tx.lead.delete({ where: { id: regrouped.otherLeadId } })
    await settle(tx, regrouped, kept)
    if (regrouped.kind !== 'split' && mergesLeads(regrouped.kind)) {
      for (const leadId of [regrouped.leadId, regrouped.otherLeadId])
        await settleReturned(tx, viewer, leadId, now)
    }
    await audit(tx, {
      ...{ actorId: viewer.id, action: 'lead.changed', entity: 'lead', entityId: regrouped.leadId },
      before: { [regrouped.kind === 'split' ? 'split' : 'merged']: `L-${regrouped.otherLead.ref}` },
      after: { event: 'undone', left: kept },
    })
    return done(null)
  })
}

/** By whoever may write the lead that was kept, and did it themselves or answers for all leads. */
export function undoable(viewer: Viewer, now: Date): Prisma.RegroupingWhereInput {
  return {
    at: { gt: subDays(now, undoneWithinDays) },
    lead: { is: leadScope(viewer) },
    ...(!seesAllLeads(viewer) && { staffId: viewer.id }),
  }
}

function peopleOf({ personId, otherPersonId }: Prisma.RegroupingGetPayload<object>): string[] {
  return [personId, otherPersonId].filter((each) => each !== null)
}

/** What was regrouped after it and touches the same leads or people: that is undone first. */
export function findLater(reader: Reader, regrouped: Prisma.RegroupingGetPayload<object>) {
  const { id, at, leadId, otherLeadId } = regrouped
  const leads = { in: [leadId, otherLeadId] }
  const people = { in: peopleOf(regrouped) }
  return reader.regrouping.findFirst({
    where: {
      AND: [
        { OR: [{ at: { gt: at } }, { at, id: { gt: id } }] },
        { OR: [{ leadId: leads }, { otherLeadId: leads }, { personId: people }, { otherPersonId: people }] },
      ],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: shape,
  })
}

/** The timeline tells what holds: what was undone is told by the audit log. */
async function forget(tx: Transaction, { leadId, otherLeadId, at }: Regrouped): Promise<void> {
  await tx.leadEvent.deleteMany({
    where: { leadId: { in: [leadId, otherLeadId] }, at, kind: { in: ['merged', 'split', 'split-from'] } },
  })
}

async function settle(tx: Transaction, { lead }: Regrouped, kept: readonly string[]): Promise<void> {
  const searchText = kept.includes('search_text') ? await searchTextNow(tx, lead) : undefined
  await tx.lead.update({
    where: { id: lead.id },
    data: { version: { increment: 1 }, ...(searchText && { searchText }) },
  })
}
