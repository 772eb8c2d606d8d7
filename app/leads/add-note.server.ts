import { subSeconds } from 'date-fns'
import type { Transaction } from '#app/db.server.ts'
import { done, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { tellMentioned } from './mention.server.ts'
import { onLead } from './on-lead.server.ts'
import { recordEvent } from './record-event.server.ts'

/** The same words by the same person within this time are one note, sent twice. */
export const doubleClickSeconds = 10

/** Adds a note for colleagues; visitors never see it. */
export async function addNote(
  viewer: Viewer,
  ref: number,
  { words }: { words: string },
  now: Date,
): Promise<Outcome<null, 'not-found'>> {
  return onLead(viewer, ref, async (tx, leadId) => {
    const note = { leadId, authorId: viewer.id, body: words }
    if (await wasJustAdded(tx, note, now)) return done(null)

    const { id: noteId } = await tx.note.create({ data: { ...note, createdAt: now } })
    await recordEvent(tx, { leadId, at: now, actorId: viewer.id, event: { kind: 'noted', noteId } })
    await tellMentioned(tx, viewer, { leadId, noteId, ref, words }, now)
    return done(null)
  })
}

async function wasJustAdded(
  tx: Transaction,
  note: { leadId: string; authorId: string; body: string },
  now: Date,
): Promise<boolean> {
  const since = subSeconds(now, doubleClickSeconds)
  return (await tx.note.count({ where: { ...note, createdAt: { gte: since } } })) > 0
}
