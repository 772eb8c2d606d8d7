import { inEvenTime } from '#app/abuse/even-time.server.ts'
import { unsuspicious, type Judgement } from '#app/abuse/judgement.ts'
import { db, type Reader, type Transaction } from '#app/db.server.ts'
import { promisedBy } from '#app/leads/office-calendar.server.ts'
import { recordLead } from '#app/leads/record-lead.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { takeFrom } from '#app/ops/rate-limits.server.ts'
import { newReference } from '#app/ops/reference.server.ts'
import { requestHash } from '#app/ops/request-hash.server.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import { announceRequirement } from './announce-requirement.server.ts'
import { titleOfRequirement } from './describe-requirement.ts'
import type { Origin } from './origin.ts'
import type { RequirementRequest } from './requirement.ts'

export type ShareRefusal = 'key-reused' | 'too-many'

/** What opens the pages of a request, once it is signed. */
export type Shared = { publicId: string; linkVersion: number }

export type AboutSharing = {
  now: Date
  titleOf: (role: string) => string
  origin?: Origin
  /** What it was written in: its file goes to the lead, and it goes. */
  draftId?: string
  /** What the checks for abuse made of it; nothing when left out. */
  judgement?: Judgement
}
type AboutStoring = AboutSharing & {
  hash: string
  /** It was held, and staff say now that it is none of abuse. */
  held?: { id: string; reference: string }
  /** The lead whose own page it came from. */
  attachTo?: string
  /** The title of the request that this one changes. */
  titleBefore?: string
}

/**
 * Stores a requirement: the submission as sent, the lead it belongs to, the answers, the file, the consents and both
 * letters, in one transaction. The same form sent again gives the first answer again. What looks like abuse is kept for
 * staff and makes nothing else; its sender gets the same answer in the same time.
 */
export async function shareRequirement(
  request: RequirementRequest,
  about: AboutSharing,
): Promise<Outcome<Shared, ShareRefusal>> {
  return inEvenTime(async () => {
    const hash = requestHash(request)
    const earlier = await findEarlier(db, request, hash)
    if (earlier) return earlier
    const taken = await takeFrom('requirements-by-email', request.email)
    if (!taken.ok) return refused('too-many')

    return db.$transaction((tx) => shareInside(tx, request, { ...about, hash }))
  })
}

async function shareInside(
  tx: Transaction,
  request: RequirementRequest,
  about: AboutStoring,
): Promise<Outcome<Shared, ShareRefusal>> {
  await lockFor(tx, 'key', keyOf(request))
  const earlier = await findEarlier(tx, request, about.hash)
  if (earlier) return earlier

  const { judgement } = about
  if (judgement && judgement.outcome !== 'accepted') {
    return done(await holdRequirement(tx, request, { ...about, judgement }))
  }
  const { publicId, linkVersion } = await acceptRequirement(tx, request, about)
  return done({ publicId, linkVersion })
}

/** Everything that follows from a requirement: the person, the lead, the answers, the consents and the letters. */
export async function acceptRequirement(
  tx: Transaction,
  request: RequirementRequest,
  about: AboutStoring,
): Promise<Shared & { leadId: string; ref: number }> {
  const lead = await recordRequest(tx, request, about)
  const requirement = await addRequirement(tx, request, { ...lead, now: about.now })
  const file = await takeOver(tx, about.draftId, lead)
  await addConsents(tx, request, { leadId: lead.leadId, now: about.now })
  const shared = { publicId: lead.submissionPublicId, linkVersion: lead.submissionLinkVersion }
  await announceRequirement(tx, {
    requirementId: requirement.id,
    request,
    submission: { ...shared, reference: lead.submissionReference },
    lead: { id: lead.leadId, ref: lead.ref },
    file,
    promisedBy: await promisedBy(tx, about.now),
    about,
  })
  return { ...shared, leadId: lead.leadId, ref: lead.ref }
}

/** Keeps what was sent with its file, and makes nothing of it: no person, no lead, no letter. */
async function holdRequirement(
  tx: Transaction,
  request: RequirementRequest,
  about: AboutStoring & { judgement: Judgement },
): Promise<Shared> {
  const { outcome, score, reasons, bodyHash, ipHash } = about.judgement
  const { id, ...shared } = await tx.submission.create({
    data: {
      ...{ kind: 'requirement', outcome, score, reasons, bodyHash, ipHash },
      publicId: newPublicId(),
      reference: newReference('R'),
      title: titleOfRequirement(request.roles, about.titleOf),
      idempotencyKey: keyOf(request),
      requestHash: about.hash,
      payload: request,
      email: request.email,
      noticeVersion: request.notice,
      ...(about.origin && { origin: about.origin }),
      createdAt: about.now,
    },
    select: { id: true, publicId: true, linkVersion: true },
  })
  await takeOver(tx, about.draftId, { leadId: null, submissionId: id })
  return shared
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
      judged: about.judgement ?? unsuspicious,
      ...(about.held && { held: about.held }),
      ...(about.attachTo && { attachTo: about.attachTo }),
      ...(about.titleBefore && { titleBefore: about.titleBefore }),
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

type Kept = { leadId: string | null; submissionId: string }

/** What the draft had, or was held with it, is the lead's now; held, it is the submission's alone. */
async function takeOver(tx: Transaction, draftId: string | undefined, to: Kept) {
  const { leadId, submissionId } = to
  const ofIt = draftId ? { draftId } : { submissionId }
  await tx.leadFile.updateMany({ where: ofIt, data: { draftId: null, leadId, submissionId } })
  if (draftId) await tx.requirementDraft.deleteMany({ where: { id: draftId } })
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
): Promise<Outcome<Shared, 'key-reused'> | null> {
  const submission = await database.submission.findUnique({
    where: { idempotencyKey: keyOf(request) },
    select: { publicId: true, linkVersion: true, requestHash: true },
  })
  if (!submission) return null
  const { requestHash: before, ...shared } = submission
  return before === hash ? done(shared) : refused('key-reused')
}

function keyOf({ idempotencyKey }: Pick<RequirementRequest, 'idempotencyKey'>): string {
  return `requirement ${idempotencyKey}`
}

/** What was sent from the draft of that key; null when nothing was, yet. */
export async function findSent(idempotencyKey: string, reader: Reader = db): Promise<Shared | null> {
  return reader.submission.findUnique({
    where: { idempotencyKey: keyOf({ idempotencyKey }) },
    select: { publicId: true, linkVersion: true },
  })
}
