import { isDeepStrictEqual } from 'node:util'
import { db } from '#app/db.server.ts'
import { settleContinued } from '#app/leads/assignment/settle-owner.server.ts'
import { lockContinuedLead, lockLeftLead } from '#app/leads/continued-lead.server.ts'
import { isClosed } from '#app/leads/lead-status.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import { acceptRequirement, findSent, type Shared } from '../share-requirement.server.ts'
import { storedRequestSchema } from '../stored-answers.ts'
import { findLastChange, type Followed } from './find-status.server.ts'
import type { StatusAct } from './status-acts.ts'

/** What a visitor adds stands on the lead's timeline, in their words. The same key twice is one note. */
export async function addVisitorNote(
  { id, lead }: Followed,
  { note, key }: Extract<StatusAct, { intent: 'note' }>,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const leadId = await lockContinuedLead(tx, lead.id, now)
    const isThere = await tx.leadEvent.count({
      where: { leadId, kind: 'visitor-noted', detail: { path: ['key'], equals: key } },
    })
    if (isThere > 0) return
    const event = { kind: 'visitor-noted' as const, words: note, key, submissionId: id }
    await recordEvent(tx, { leadId, at: now, event })
    await tx.lead.update({ where: { id: leadId }, data: { lastInboundAt: now } })
    await settleContinued(tx, leadId, now)
  })
}

export type ChangeRefusal = 'nothing-new' | 'changed-since'

/**
 * Other answers are another submission of the same lead, beside the first one, which stays as it was sent: staff see both,
 * and the lead's people are never overwritten. Gives what opens the pages of the new one. Answers that were changed already
 * are changed where they stand now: what somebody does not see must not be taken back by an older page.
 */
export async function editAnswers(
  followed: Followed,
  told: Extract<StatusAct, { intent: 'edit' }>,
  about: { now: Date; titleOf: (role: string) => string },
): Promise<Outcome<Shared, ChangeRefusal>> {
  const before = storedRequestSchema.parse(followed.payload)
  const { intent: _intent, key, ...answers } = told
  const changed = inOrderOf(before, answers)
  const request = { ...before, ...changed, edits: followed.id, marketing: false, idempotencyKey: key }
  return db.$transaction(async (tx): Promise<Outcome<Shared, ChangeRefusal>> => {
    await lockFor(tx, 'key', `requirement ${key}`)
    const earlier = await findSent(key, tx)
    if (earlier) return done(earlier)
    if (isDeepStrictEqual({ ...before, ...changed }, before)) return refused('nothing-new')
    if (await findLastChange(tx, followed)) return refused('changed-since')
    const { publicId, linkVersion } = await acceptRequirement(tx, request, {
      ...about,
      hash: requestHash(request),
      attachTo: followed.lead.id,
      titleBefore: followed.title,
    })
    return done({ publicId, linkVersion })
  })
}

type Skills = { skills: string[]; niceSkills: string[] }

/** Ticked skills come before typed ones, and other roles suggest others: the same ones in another order are no change. */
function inOrderOf<Told extends Skills>(before: Skills, told: Told): Told {
  const asBefore = (name: keyof Skills) =>
    isDeepStrictEqual(new Set(before[name]), new Set(told[name])) ? before[name] : told[name]
  return { ...told, skills: asBefore('skills'), niceSkills: asBefore('niceSkills') }
}

/**
 * The request is taken back: its lead is closed with that reason. A consultation that is booked stands. What is closed stays
 * as it is, also for whoever presses twice: where the lead stands is read again once nobody else can move it.
 */
export async function withdrawRequest({ id, lead }: Followed, reason: string, now: Date): Promise<void> {
  if (isClosed(lead.status)) return
  await db.$transaction(async (tx) => {
    const leadId = await lockLeftLead(tx, lead.id)
    const { status } = await tx.lead.findUniqueOrThrow({ where: { id: leadId }, select: { status: true } })
    if (isClosed(status)) return

    const words = reason ? `Withdrawn by the visitor: ${reason}` : 'Withdrawn by the visitor'
    await tx.lead.update({
      where: { id: leadId },
      data: {
        ...{ status: 'lost', lostReason: 'other', lostNote: words, closedAt: now, stageEnteredAt: now },
        version: { increment: 1 },
      },
    })
    const event = { kind: 'withdrawn' as const, from: status, reason, submissionId: id }
    await recordEvent(tx, { leadId, at: now, event })
    await settleContinued(tx, leadId, now)
  })
}
