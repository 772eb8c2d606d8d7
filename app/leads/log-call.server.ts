import { db } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { recordEvent } from './record-event.server.ts'
import { leadScope, requireEditor } from './scope.server.ts'

/** Writes down that someone was spoken to. The first call makes a new lead contacted. */
export async function logCall(
  viewer: Viewer,
  ref: number,
  { words }: { words: string },
  now: Date,
): Promise<Outcome<null, 'not-found'>> {
  requireEditor(viewer)
  return db.$transaction(async (tx) => {
    const lead = await tx.lead.findFirst({ where: { ref, AND: leadScope(viewer) }, select: { id: true } })
    if (!lead) return refused('not-found')

    const entry = { leadId: lead.id, at: now, actorId: viewer.id }
    await recordEvent(tx, { ...entry, event: { kind: 'called', words } })

    const moved = await tx.lead.updateMany({
      where: { id: lead.id, status: 'new' },
      data: { status: 'contacted', version: { increment: 1 } },
    })
    if (moved.count > 0)
      await recordEvent(tx, {
        ...entry,
        event: { kind: 'status', from: 'new', to: 'contacted', because: 'called' },
      })
    return done(null)
  })
}
