import { db } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { findDuplicatesOf } from './merge/find-duplicates.server.ts'
import type { NewLead } from './new-lead.ts'
import { recordLead } from './record-lead.server.ts'
import { requireEditor } from './scope.server.ts'

/**
 * Adds a lead by hand; it belongs to whoever typed it. Gives its number, the same one for the same form. One that looks like
 * another lead is added when they are `sure`.
 */
export async function addLead(
  viewer: Viewer,
  typed: NewLead,
  now: Date,
): Promise<Outcome<number, 'key-reused' | 'looks-alike'>> {
  requireEditor(viewer)
  const idempotencyKey = `manual:${viewer.id}:${typed.key}`
  const { key: _, sure, ...answers } = typed
  const hash = requestHash(answers)

  return db.$transaction(async (tx) => {
    await lockFor(tx, 'key', idempotencyKey)
    const before = await tx.submission.findUnique({
      where: { idempotencyKey },
      select: { requestHash: true, lead: { select: { ref: true } } },
    })
    if (before?.lead) return before.requestHash === hash ? done(before.lead.ref) : refused('key-reused')

    const alike = sure ? null : await findDuplicatesOf(viewer, typed, tx)
    if (alike && alike.seen.length + alike.unseen > 0) return refused('looks-alike')

    const { leadId, ref } = await recordLead(
      tx,
      {
        kind: 'manual',
        person: { name: typed.name, email: typed.email, company: typed.company, phone: typed.phone },
        title: typed.title,
        payload: answers,
        idempotencyKey,
        requestHash: hash,
        actorId: viewer.id,
      },
      now,
    )
    await tx.lead.update({ where: { id: leadId }, data: { ownerId: viewer.id } })
    return done(ref)
  })
}
