/**
 * Takes what was sent, or booked, off a lead and makes it one of its own: when somebody asked for two things at once, or
 * what came in went to the wrong lead.
 */
import { z } from 'zod'
import type { Transaction } from '#app/db.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { requiredLine } from '#app/ops/text.ts'
import { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { searchTextNow } from '../lead-words.server.ts'
import { onLead } from '../on-lead.server.ts'
import { recordEvent } from '../record-event.server.ts'
import { leadBelongings } from './belongings.ts'
import { moveRows, setFields, type Changes } from './changes.server.ts'
import { holdLeads } from './hold-leads.server.ts'

const { sql } = Prisma

/** As many as anybody ticks one by one; everything of a sender is one tick. */
export const mostTickedParts = 100

export const splitRequestSchema = z
  .object({
    title: requiredLine(200, 'Say in one line what is needed, such as 2 × Backend developer.'),
    /** What goes: ids of submissions and of bookings. */
    parts: z
      .array(z.uuid())
      .max(mostTickedParts, `Tick at most ${mostTickedParts}, and then split off again.`)
      .default([]),
    /** One of each sender's, of whom everything goes. */
    senders: z.array(z.uuid()).max(mostTickedParts).default([]),
  })
  .refine(({ parts, senders }) => parts.length + senders.length > 0, {
    path: ['parts'],
    message: 'Choose what becomes a lead of its own.',
    // Beside a missing title, too.
    when: () => true,
  })
export type SplitRequest = z.output<typeof splitRequestSchema>

export type SplitRefusal = 'nothing-chosen' | 'nothing-left'

/** Gives the number of the new lead. */
export async function splitLead(
  viewer: Viewer,
  ref: number,
  request: SplitRequest,
  now: Date,
): Promise<Outcome<number, SplitRefusal | 'not-found'>> {
  const hold = (tx: Transaction, leadId: string) => holdLeads(tx, [leadId])
  return onLead<number, SplitRefusal>(
    viewer,
    ref,
    async (tx, leadId) => {
      const part = await findPart(tx, leadId, request)
      if (part.submissions.length + part.bookings.length === 0) return refused('nothing-chosen')
      if (part.left === 0) return refused('nothing-left')
      return done(await split(tx, viewer, { lead: { id: leadId, ref }, part, title: request.title }, now))
    },
    hold,
  )
}

type Splitting = { lead: { id: string; ref: number }; part: Part; title: string }

async function split(tx: Transaction, viewer: Viewer, { lead, part, title }: Splitting, now: Date) {
  const row = { table: 'lead', id: lead.id } as const
  const added = await addPart(tx, { leadId: lead.id, part, title }, now)
  const changes = await movePart(tx, { from: lead.id, to: added.id, part })
  changes.push(...(await setFields(tx, row, { last_activity_at: now.toISOString() })))
  const of = { at: now, actorId: viewer.id }
  await recordEvent(tx, { leadId: lead.id, ...of, event: { kind: 'split', lead: added.ref } })
  await recordEvent(tx, { leadId: added.id, ...of, event: { kind: 'split-from', lead: lead.ref } })
  changes.push(...(await setFields(tx, row, { search_text: await searchTextNow(tx, lead) })))
  await tx.lead.update({ where: { id: lead.id }, data: { version: { increment: 1 } } })
  await tx.lead.update({ where: { id: added.id }, data: { searchText: await searchTextNow(tx, added) } })
  await tx.regrouping.create({
    data: { kind: 'split', leadId: lead.id, otherLeadId: added.id, changes, at: now, staffId: viewer.id },
  })
  return added.ref
}

type Part = {
  submissions: { id: string; email: string; kind: string; createdAt: Date }[]
  bookings: { id: string; personId: string | null; createdAt: Date }[]
  /** How many of both stay. */
  left: number
}

/** A booking and the submission that it was made by go together, whichever was chosen. */
async function findPart(tx: Transaction, leadId: string, { parts, senders }: SplitRequest): Promise<Part> {
  const [submissions, bookings] = await Promise.all([
    tx.submission.findMany({
      where: { leadId },
      orderBy: { createdAt: 'asc' },
      select: { id: true, email: true, kind: true, createdAt: true, idempotencyKey: true },
    }),
    tx.booking.findMany({
      where: { leadId },
      orderBy: { createdAt: 'asc' },
      select: { id: true, personId: true, createdAt: true, idempotencyKey: true, visitorEmail: true },
    }),
  ])
  const all = [
    ...submissions.map((row) => ({ ...row, sender: row.email.toLowerCase(), key: row.idempotencyKey })),
    ...bookings.map((row) => ({
      ...{ id: row.id, sender: row.visitorEmail.toLowerCase(), key: `booking ${row.idempotencyKey}` },
    })),
  ]
  const chosenSenders = new Set(all.filter(({ id }) => senders.includes(id)).map(({ sender }) => sender))
  const chosen = all.filter(({ id, sender }) => parts.includes(id) || chosenSenders.has(sender))
  const keys = new Set(chosen.map(({ key }) => key))
  const going = new Set(all.filter(({ key }) => keys.has(key)).map(({ id }) => id))
  return {
    submissions: submissions.filter(({ id }) => going.has(id)),
    bookings: bookings.filter(({ id }) => going.has(id)),
    left: all.length - going.size,
  }
}

type Adding = { leadId: string; part: Part; title: string }

/** It begins when the part came in, belongs to whoever sent it, and has the owner and the clock of the lead it was on. */
async function addPart(tx: Transaction, { leadId, part, title }: Adding, now: Date) {
  const from = await tx.lead.findUniqueOrThrow({ where: { id: leadId } })
  const person = await senderOf(tx, part, from.personId)
  const first = [...part.submissions, ...part.bookings]
    .map(({ createdAt }) => createdAt)
    .toSorted((a, b) => a.getTime() - b.getTime())
  return tx.lead.create({
    data: {
      personId: person.id,
      companyId: person.companyId,
      title,
      source: sourceOf(part),
      ownerId: from.ownerId,
      previousLeadId: leadId,
      createdAt: first[0] ?? now,
      lastActivityAt: now,
      stageEnteredAt: now,
      lastInboundAt: first.at(-1) ?? null,
      responseDueAt: from.responseDueAt,
      firstResponseAt: from.firstResponseAt,
      responseMinutes: from.responseMinutes,
      searchText: '',
    },
    select: { id: true, ref: true },
  })
}

function sourceOf({ submissions, bookings }: Part) {
  const source = submissions[0]?.kind ?? (bookings.length > 0 ? 'booking' : 'manual')
  return z.enum(['requirement', 'booking', 'manual', 'message', 'import']).parse(source)
}

async function senderOf(tx: Transaction, { submissions, bookings }: Part, personId: string) {
  const email = submissions[0]?.email
  const known = email
    ? await tx.personEmail.findUnique({ where: { email }, select: { personId: true } })
    : null
  const id = known?.personId ?? bookings[0]?.personId ?? personId
  return tx.person.findUniqueOrThrow({ where: { id }, select: { id: true, companyId: true } })
}

/** With what was sent go its answers, files, letters and what the timeline tells of it. */
async function movePart(
  tx: Transaction,
  { from, to, part }: { from: string; to: string; part: Part },
): Promise<Changes> {
  const submissions = part.submissions.map(({ id }) => id)
  const bookings = part.bookings.map(({ id }) => id)
  const about = [...submissions, ...bookings]
  const ofSubmission = sql`submission_id = ANY (${submissions}::uuid[])`
  const conditions: Partial<Record<(typeof leadBelongings)[number]['table'], Prisma.Sql>> = {
    // Letters about a requirement name it in their key, those about a message its submission.
    letter: sql`(booking_id = ANY (${bookings}::uuid[]) OR split_part(dedupe_key, ':', 2) = ANY (
      ${submissions}::text[] || ARRAY(SELECT id::text FROM requirement WHERE ${ofSubmission})))`,
    booking: sql`id = ANY (${bookings}::uuid[])`,
    submission: sql`id = ANY (${submissions}::uuid[])`,
    requirement: ofSubmission,
    lead_file: ofSubmission,
    lead_event: sql`(detail ->> 'submissionId' = ANY (${about}::text[]) OR detail ->> 'bookingId' = ANY (${about}::text[]))`,
  }
  const changes: Changes = []
  for (const belonging of leadBelongings) {
    const only = conditions[belonging.table]
    if (only) changes.push(...(await moveRows(tx, belonging, { from, to, only })))
  }
  return changes
}
