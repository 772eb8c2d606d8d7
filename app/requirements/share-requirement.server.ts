import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { promisedBy } from '#app/leads/office-calendar.server.ts'
import { recordLead, type Recorded } from '#app/leads/record-lead.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { takeFrom } from '#app/ops/rate-limits.server.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import { announceRequirement } from './announce-requirement.server.ts'
import { titleOfRequirement } from './describe-requirement.ts'
import type { Origin } from './origin.ts'
import type { RequirementRequest } from './requirement.ts'

export type ShareRefusal = 'key-reused' | 'too-many'

export type AboutSharing = {
  now: Date
  titleOf: (role: string) => string
  origin?: Origin
  /** What it was written in: its file goes to the lead, and it goes. */
  draftId?: string
}
type AboutStoring = AboutSharing & { hash: string }

/**
 * Stores a requirement: the submission as sent, the lead it belongs to, the answers, the file, the consents and both
 * letters, in one transaction. The same form sent again gives the first answer again.
 */
export async function shareRequirement(
  request: RequirementRequest,
  about: AboutSharing,
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
  about: AboutStoring,
): Promise<Outcome<{ publicId: string }, ShareRefusal>> {
  await lockFor(tx, 'key', keyOf(request))
  const earlier = await findEarlier(tx, request, about.hash)
  if (earlier) return earlier

  const lead = await recordRequest(tx, request, about)
  const requirement = await addRequirement(tx, request, { ...lead, now: about.now })
  const file = about.draftId ? await takeOver(tx, about.draftId, lead) : null
  await addConsents(tx, request, { leadId: lead.leadId, now: about.now })
  await announceRequirement(tx, {
    requirementId: requirement.id,
    request,
    submission: { publicId: lead.submissionPublicId, reference: lead.submissionReference },
    lead: { id: lead.leadId, ref: lead.ref },
    file,
    promisedBy: await promisedBy(tx, about.now),
    about,
  })
  return done({ publicId: lead.submissionPublicId })
}

async function recordRequest(tx: Transaction, request: RequirementRequest, about: AboutStoring) {
  const { name, email, company, phone, timeZone } = request
  const lead = await recordLead(
    tx,
    {
      kind: 'requirement',
      person: { name, email, company, ...(phone && { phone }), ...(timeZone && { timeZone }) },
      title: titleOfRequirement(request.roles, about.titleOf),
      payload: request,
      idempotencyKey: keyOf(request),
      requestHash: about.hash,
      noticeVersion: request.notice,
    },
    about.now,
  )
  if (about.origin && Object.keys(about.origin).length > 0) {
    await tx.submission.update({ where: { id: lead.submissionId }, data: { origin: about.origin } })
  }
  return lead
}

async function addRequirement(
  tx: Transaction,
  request: RequirementRequest,
  lead: { leadId: string; submissionId: string; now: Date },
) {
  const { skills, niceSkills, stage, readiness, message } = request
  const { engagement, start, duration, timeZone, overlap, budget, security } = request
  const { contactBy, companySize, country, heardFrom } = request
  return tx.requirement.create({
    data: {
      leadId: lead.leadId,
      submissionId: lead.submissionId,
      ...{ skills, niceSkills, stage, readiness, message },
      ...{ engagement, start, duration, timeZone: timeZone || null, overlap, budget, security },
      ...{ contactBy, companySize, country, heardFrom },
      createdAt: lead.now,
      roles: { create: request.roles.map((row, position) => ({ ...row, position })) },
    },
    select: { id: true },
  })
}

/** What the draft had is the lead's now. */
async function takeOver(tx: Transaction, draftId: string, lead: Recorded) {
  const { leadId, submissionId } = lead
  await tx.leadFile.updateMany({ where: { draftId }, data: { draftId: null, leadId, submissionId } })
  await tx.requirementDraft.deleteMany({ where: { id: draftId } })
  return tx.leadFile.findFirst({ where: { submissionId }, select: { name: true } })
}

async function addConsents(
  tx: Transaction,
  { email, notice, marketing }: RequirementRequest,
  { leadId, now }: { leadId: string; now: Date },
): Promise<void> {
  const given = { email, noticeVersion: notice, given: true, leadId, at: now }
  await tx.consent.createMany({
    data: [
      { ...given, purpose: 'respond' },
      ...(marketing ? [{ ...given, purpose: 'marketing_email' }] : []),
    ],
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

function keyOf({ idempotencyKey }: Pick<RequirementRequest, 'idempotencyKey'>): string {
  return `requirement ${idempotencyKey}`
}

/** What was sent from the draft of that key; null when nothing was, yet. */
export async function findSent(idempotencyKey: string): Promise<{ publicId: string } | null> {
  return db.submission.findUnique({
    where: { idempotencyKey: keyOf({ idempotencyKey }) },
    select: { publicId: true },
  })
}
