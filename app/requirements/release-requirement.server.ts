import { unsuspicious } from '#app/abuse/judgement.ts'
import { db } from '#app/db.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { originFrom } from './origin.ts'
import { acceptRequirement } from './share-requirement.server.ts'
import { storedRequestSchema } from './stored-answers.ts'

/**
 * Staff say that a held request is none of abuse: what would have followed then follows now. Gives the number of its lead,
 * the same one however often it is pressed.
 */
export async function releaseRequirement(
  id: string,
  about: { now: Date; titleOf: (role: string) => string; actorId: string },
): Promise<Outcome<number, 'not-found'>> {
  return db.$transaction(async (tx): Promise<Outcome<number, 'not-found'>> => {
    await lockFor(tx, 'key', `release ${id}`)
    const held = await tx.submission.findUnique({
      where: { id, kind: 'requirement' },
      include: { lead: { select: { ref: true } } },
    })
    if (!held) return refused('not-found')
    if (held.lead) return done(held.lead.ref)

    const { reference, payload, requestHash, score, reasons, bodyHash } = held
    const origin = originFrom(Object.entries(held.origin ?? {}))
    const { leadId, ref } = await acceptRequirement(tx, storedRequestSchema.parse(payload), {
      ...about,
      origin,
      hash: requestHash,
      judgement: { ...unsuspicious, score, bodyHash },
      held: { id, reference },
    })
    const { now: at, actorId } = about
    await recordEvent(tx, { leadId, at, actorId, event: { kind: 'released', reasons } })
    return done(ref)
  })
}
