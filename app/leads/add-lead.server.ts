import { db } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { NewLead } from './new-lead.ts'
import { recordLead } from './record-lead.server.ts'
import { requireEditor } from './scope.server.ts'

/** Adds a lead by hand; it belongs to whoever typed it. Returns its number, the same one for the same form. */
export async function addLead(viewer: Viewer, typed: NewLead, now: Date): Promise<number> {
  requireEditor(viewer)
  const idempotencyKey = `manual:${viewer.id}:${typed.key}`
  const { key: _, ...answers } = typed

  return db.$transaction(async (tx) => {
    await lockFor(tx, 'key', idempotencyKey)
    const before = await tx.submission.findUnique({
      where: { idempotencyKey },
      select: { lead: { select: { ref: true } } },
    })
    if (before) return before.lead.ref

    const { leadId, ref } = await recordLead(
      tx,
      {
        kind: 'manual',
        person: { name: typed.name, email: typed.email, company: typed.company, phone: typed.phone },
        title: typed.title,
        payload: answers,
        idempotencyKey,
        requestHash: requestHash(answers),
        actorId: viewer.id,
      },
      now,
    )
    await tx.lead.update({ where: { id: leadId }, data: { ownerId: viewer.id } })
    return ref
  })
}
