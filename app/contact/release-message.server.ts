import { unsuspicious } from '#app/abuse/judgement.ts'
import { db } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { storedMessageSchema } from './message.ts'
import { acceptMessage } from './send-message.server.ts'

/**
 * Staff say that a held message is none of abuse: what would have followed then follows now. Gives the number of its lead,
 * the same one however often it is pressed.
 */
export async function releaseMessage(
  id: string,
  { now, actorId }: { now: Date; actorId: string },
): Promise<Outcome<number, 'not-found'>> {
  return db.$transaction(async (tx): Promise<Outcome<number, 'not-found'>> => {
    await lockFor(tx, 'key', `release ${id}`)
    const held = await tx.submission.findUnique({
      where: { id, kind: 'message' },
      include: { lead: { select: { ref: true } } },
    })
    if (!held) return refused('not-found')
    if (held.lead) return done(held.lead.ref)

    const { reference, payload, requestHash: hash, score, reasons, bodyHash } = held
    const judgement = { ...unsuspicious, score, bodyHash }
    const about = { now, hash, judgement, held: { id, reference } }
    const { leadId, ref } = await acceptMessage(tx, storedMessageSchema.parse(payload), about)
    await recordEvent(tx, { leadId, at: now, actorId, event: { kind: 'released', reasons } })
    return done(ref)
  })
}
