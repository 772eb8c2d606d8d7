import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { recordLead } from '#app/leads/record-lead.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { takeFrom } from '#app/ops/rate-limits.server.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import { announceRequirement } from './announce-requirement.server.ts'
import { describeAnswers, titleOfRequirement } from './describe-requirement.ts'
import type { RequirementRequest } from './requirement.ts'

export type ShareRefusal = 'key-reused' | 'too-many'

/**
 * Stores a requirement: the submission as sent, the lead it belongs to, the answers, the consent and both letters, in
 * one transaction. The same form sent again gives the first answer again.
 */
export async function shareRequirement(
  request: RequirementRequest,
  about: { now: Date; titleOf: (role: string) => string },
): Promise<Outcome<{ publicId: string }, ShareRefusal>> {
  const hash = requestHash(request)
  const earlier = await findEarlier(db, request, hash)
  if (earlier) return earlier
  const taken = await takeFrom('requirements-by-email', request.email)
  if (!taken.ok) return refused('too-many')

  return db.$transaction((tx) => shareInside(tx, request, { ...about, hash }))
}

async function shareInside(
  tx: Transaction,
  request: RequirementRequest,
  about: { now: Date; titleOf: (role: string) => string; hash: string },
): Promise<Outcome<{ publicId: string }, ShareRefusal>> {
  await lockFor(tx, 'key', keyOf(request))
  const earlier = await findEarlier(tx, request, about.hash)
  if (earlier) return earlier

  const { name, email, company, timeZone } = request
  const lead = await recordLead(
    tx,
    {
      kind: 'requirement',
      person: { name, email, company, ...(timeZone && { timeZone }) },
      title: titleOfRequirement(request.roles, about.titleOf),
      payload: { ...request, timeZone: timeZone ?? null },
      idempotencyKey: keyOf(request),
      requestHash: about.hash,
      noticeVersion: request.notice,
    },
    about.now,
  )
  const requirement = await addRequirement(tx, request, { ...lead, now: about.now })
  await tx.consent.create({
    data: {
      email,
      purpose: 'respond',
      noticeVersion: request.notice,
      given: true,
      leadId: lead.leadId,
      at: about.now,
    },
  })
  await announceRequirement(tx, {
    requirement,
    submission: { publicId: lead.submissionPublicId, reference: lead.submissionReference },
    lead: { id: lead.leadId, ref: lead.ref },
    person: { name, email, company },
    answers: describeAnswers(request, about.titleOf),
    now: about.now,
  })
  return done({ publicId: lead.submissionPublicId })
}

async function addRequirement(
  tx: Transaction,
  request: RequirementRequest,
  lead: { leadId: string; submissionId: string; now: Date },
) {
  const { skills, start, duration, engagement, overlap, timeZone, message } = request
  return tx.requirement.create({
    data: {
      leadId: lead.leadId,
      submissionId: lead.submissionId,
      ...{ skills, start, duration, engagement, overlap, message, timeZone: timeZone ?? null },
      createdAt: lead.now,
      roles: { create: request.roles.map((row, position) => ({ ...row, position })) },
    },
    include: { roles: { orderBy: { position: 'asc' } } },
  })
}

async function findEarlier(
  database: Reader,
  request: RequirementRequest,
  hash: string,
): Promise<Outcome<{ publicId: string }, 'key-reused'> | null> {
  const submission = await database.submission.findUnique({
    where: { idempotencyKey: keyOf(request) },
    select: { publicId: true, requestHash: true },
  })
  if (!submission) return null
  return submission.requestHash === hash ? done({ publicId: submission.publicId }) : refused('key-reused')
}

function keyOf({ idempotencyKey }: RequirementRequest): string {
  return `requirement ${idempotencyKey}`
}
