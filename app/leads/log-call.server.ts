import { subSeconds } from 'date-fns'
import type { Transaction } from '#app/db.server.ts'
import { done, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { doubleClickSeconds } from './add-note.server.ts'
import { markAnswered } from './mark-answered.server.ts'
import { onLead } from './on-lead.server.ts'
import { recordEvent } from './record-event.server.ts'

/** Writes down that someone was spoken to. It answers the lead, and makes a new one contacted. */
export async function logCall(
  viewer: Viewer,
  ref: number,
  { words }: { words: string },
  now: Date,
): Promise<Outcome<null, 'not-found'>> {
  return onLead(viewer, ref, async (tx, leadId) => {
    const entry = { leadId, at: now, actorId: viewer.id }
    if (await wasJustLogged(tx, { ...entry, words })) return done(null)

    await recordEvent(tx, { ...entry, event: { kind: 'called', words } })
    await markAnswered(tx, entry, 'called')
    return done(null)
  })
}

async function wasJustLogged(
  tx: Transaction,
  { leadId, at, actorId, words }: { leadId: string; at: Date; actorId: string; words: string },
): Promise<boolean> {
  const calls = await tx.leadEvent.count({
    where: {
      ...{ leadId, actorId, kind: 'called' },
      at: { gte: subSeconds(at, doubleClickSeconds) },
      detail: { path: ['words'], equals: words },
    },
  })
  return calls > 0
}
