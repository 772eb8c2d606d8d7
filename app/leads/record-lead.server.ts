import { subDays } from 'date-fns'
import type { Transaction } from '#app/db.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { newReference } from '#app/ops/reference.server.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import { settleOwner } from './assignment/settle-owner.server.ts'
import { lockContinuedLead } from './continued-lead.server.ts'
import { searchTextNow } from './lead-words.server.ts'
import { findOrAddPerson, type KnownPerson, type PersonTold } from './person.server.ts'
import { openStatuses } from './lead-status.ts'
import { promisedBy } from './office-calendar.server.ts'
import { recordEvent } from './record-event.server.ts'
import { isLive } from './scope.server.ts'
import { normalised, searchedWords } from './search-text.ts'

/** What came in: by a form, through a booking, or typed by staff. */
export type Inbound = {
  kind: 'requirement' | 'booking' | 'manual' | 'message' | 'import'
  person: PersonTold
  /** What is wanted in one line. */
  title: string
  /** The answers to the letter: they are kept apart from everything made of them. */
  payload: Prisma.InputJsonObject
  idempotencyKey: string
  requestHash: string
  noticeVersion?: string
  /** Of what is made of it, such as a booking: the desk finds the lead by it. */
  reference?: string
  /** The lead whose own confirmation page this came from: it goes there, whoever sent it. */
  attachTo?: string
  /** What its sender had called for before: a lead of that title takes the new one, unless staff named it otherwise. */
  titleBefore?: string
  /** The staff member who typed it in. */
  actorId?: string
  /** The calendar in which a consultation was booked: the lead goes to whoever holds it. */
  hostId?: string
  /** What the checks for abuse made of it. */
  judged?: { score: number; reasons: string[]; bodyHash: string | null }
  /** It was held until now: the submission that is there already. */
  held?: { id: string; reference: string }
}

export type Recorded = {
  leadId: string
  personId: string
  submissionId: string
  submissionPublicId: string
  submissionLinkVersion: number
  submissionReference: string
  ref: number
}

const attachWithinDays = 30

/** Typed by staff or read from their file: nobody outside said anything just now, and nobody waits for an answer. */
function isFromStaff({ kind }: Pick<Inbound, 'kind'>): boolean {
  return kind === 'manual' || kind === 'import'
}

/**
 * Keeps a submission verbatim and attaches it: to the lead it names, else to the person's open lead that heard from
 * them in the last 30 days, else to a new lead that names the earlier one. Nothing inbound is dropped, and a form never
 * overwrites what we hold of a person: what differs becomes a suggestion for staff.
 */
export async function recordLead(tx: Transaction, inbound: Inbound, now: Date): Promise<Recorded> {
  await lockFor(tx, 'person', inbound.person.email)
  const person = await findOrAddPerson(tx, inbound.person)
  const reference = inbound.held?.reference ?? newReference('R')
  const known = await findLeadFor(tx, inbound, person, now)
  const lead = known ?? (await addLead(tx, inbound, { person, reference, now }))

  const submission = await keepSubmission(tx, inbound, { leadId: lead.id, reference, now })
  await recordEvent(tx, {
    leadId: lead.id,
    at: now,
    ...(inbound.actorId && { actorId: inbound.actorId }),
    event: { kind: 'submitted', submission: inbound.kind, submissionId: submission.id, title: inbound.title },
  })
  await suggestDifferences(tx, lead.id, person)
  if (known || !person.isNew) await refreshLead(tx, lead, inbound, person, now)
  if (!isFromStaff(inbound)) {
    await settleOwner(tx, { ...lead, isNew: !known, hostId: inbound.hostId ?? null }, now)
  }

  return {
    leadId: lead.id,
    personId: person.id,
    submissionId: submission.id,
    submissionPublicId: submission.publicId,
    submissionLinkVersion: submission.linkVersion,
    submissionReference: submission.reference,
    ref: lead.ref,
  }
}

/** The submission as sent; one that was held keeps its reference and its links. */
function keepSubmission(
  tx: Transaction,
  inbound: Inbound,
  { leadId, reference, now }: { leadId: string; reference: string; now: Date },
) {
  const { kind, title, requestHash, payload, judged, held } = inbound
  const kept = { title, requestHash, payload, leadId }
  if (held) {
    const accepted = { outcome: 'accepted' as const, ipHash: null }
    return tx.submission.update({ where: { id: held.id }, data: { ...kept, ...accepted } })
  }
  return tx.submission.create({
    data: {
      ...kept,
      score: judged?.score ?? 0,
      reasons: judged?.reasons ?? [],
      bodyHash: judged?.bodyHash ?? null,
      kind,
      publicId: newPublicId(),
      reference,
      idempotencyKey: inbound.idempotencyKey,
      email: inbound.person.email,
      noticeVersion: inbound.noticeVersion ?? null,
      createdAt: now,
    },
  })
}

const leadShape = {
  id: true,
  ref: true,
  title: true,
  source: true,
} satisfies Prisma.LeadSelect
type LeadRow = Prisma.LeadGetPayload<{ select: typeof leadShape }>

async function findLeadFor(
  tx: Transaction,
  inbound: Inbound,
  person: KnownPerson,
  now: Date,
): Promise<LeadRow | null> {
  if (inbound.attachTo) return goOnWith(tx, inbound.attachTo, now)
  if (isFromStaff(inbound) || person.isNew) return null
  const open = await tx.lead.findFirst({
    where: {
      ...(await leadsOf(tx, person)),
      status: { in: [...openStatuses] },
      lastInboundAt: { gte: subDays(now, attachWithinDays) },
    },
    orderBy: [{ lastInboundAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  return open && goOnWith(tx, open.id, now)
}

async function goOnWith(tx: Transaction, leadId: string, now: Date): Promise<LeadRow | null> {
  const id = await lockContinuedLead(tx, leadId, now)
  return tx.lead.findUnique({ where: { id }, select: leadShape })
}

/** Those of the person, and those that took one of theirs over. */
async function leadsOf(tx: Transaction, { id }: KnownPerson): Promise<Prisma.LeadWhereInput> {
  const merged = await tx.lead.findMany({
    where: { personId: id, mergedIntoId: { not: null } },
    select: { mergedIntoId: true },
  })
  const kept = merged.flatMap(({ mergedIntoId }) => mergedIntoId ?? [])
  return {
    ...isLive,
    ...(kept.length > 0 ? { OR: [{ personId: id }, { id: { in: kept } }] } : { personId: id }),
  }
}

type NewLead = { person: KnownPerson; reference: string; now: Date }

/** In SQL because the text by which the desk finds a lead begins with the number that the lead is given here. */
async function addLead(
  tx: Transaction,
  inbound: Inbound,
  { person, reference, now }: NewLead,
): Promise<LeadRow> {
  const previous = person.isNew
    ? null
    : await tx.lead.findFirst({
        where: await leadsOf(tx, person),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        select: { id: true },
      })
  const words = searchedWords({
    title: inbound.title,
    names: [person.name],
    emails: [inbound.person.email],
    company: [person.company?.name ?? '', person.company?.domain ?? '', inbound.person.company ?? ''],
    references: [reference, inbound.reference ?? ''],
  })
  // Whoever typed a lead has spoken to them.
  const due = isFromStaff(inbound) ? null : await promisedBy(tx, now)
  const [lead] = await tx.$queryRaw<[LeadRow]>`
    INSERT INTO lead (
      id, ref, person_id, company_id, title, source, previous_lead_id,
      created_at, last_activity_at, stage_entered_at, last_inbound_at, response_due_at, search_text)
    SELECT
      gen_random_uuid(), ref, ${person.id}::uuid, ${person.company?.id ?? null}::uuid, ${inbound.title},
      ${inbound.kind}::lead_source, ${previous?.id ?? null}::uuid,
      ${now}, ${now}, ${now}, ${isFromStaff(inbound) ? null : now}, ${due}, 'l-' || ref || ' ' || ${words}
    FROM (SELECT nextval('lead_ref_seq')::int AS ref) AS next
    RETURNING id, ref, title, source`
  return lead
}

async function suggestDifferences(tx: Transaction, leadId: string, person: KnownPerson): Promise<void> {
  if (person.differences.length === 0) return
  await tx.suggestion.createMany({
    data: person.differences.map(({ field, value }) => ({ leadId, field, value })),
  })
}

/**
 * What the desk finds a lead by, now that it or its person is known from before. A lead that began with a call takes the title of
 * the requirement that follows: it says more. So does one that is called as its sender called it before they changed it.
 */
async function refreshLead(tx: Transaction, lead: LeadRow, inbound: Inbound, person: KnownPerson, now: Date) {
  const saysMore = inbound.kind === 'requirement' && ['booking', 'message'].includes(lead.source)
  const title = saysMore || lead.title === inbound.titleBefore ? inbound.title : lead.title
  const searchText = await searchTextNow(tx, lead, {
    title,
    names: [person.name],
    emails: [inbound.person.email],
    company: [inbound.person.company ?? ''],
    references: [inbound.reference ?? ''],
  })
  await tx.lead.update({
    where: { id: lead.id },
    data: { title, searchText, ...(!isFromStaff(inbound) && { lastInboundAt: now }) },
  })
}

/** Lets the desk find a lead by one more word, such as the reference of a booking. */
export async function addToSearch(tx: Transaction, leadId: string, word: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE lead SET search_text = search_text || ' ' || ${normalised(word)} WHERE id = ${leadId}::uuid`
}
