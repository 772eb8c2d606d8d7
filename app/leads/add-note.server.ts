import { db } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { recordEvent } from './record-event.server.ts'
import { leadScope, requireEditor } from './scope.server.ts'

/** Adds a note for colleagues; visitors never see it. */
export async function addNote(
  viewer: Viewer,
  ref: number,
  { words }: { words: string },
  now: Date,
): Promise<Outcome<null, 'not-found'>> {
  requireEditor(viewer)
  return db.$transaction(async (tx) => {
    const lead = await tx.lead.findFirst({ where: { ref, AND: leadScope(viewer) }, select: { id: true } })
    if (!lead) return refused('not-found')

    const note = await tx.note.create({
      data: { leadId: lead.id, authorId: viewer.id, body: words, createdAt: now },
    })
    await recordEvent(tx, {
      leadId: lead.id,
      at: now,
      actorId: viewer.id,
      event: { kind: 'noted', noteId: note.id },
    })
    return done(null)
  })
}
