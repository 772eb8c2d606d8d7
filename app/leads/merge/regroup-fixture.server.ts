import { randomUUID } from 'node:crypto'
import { addHours, addMinutes } from 'date-fns'
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addNote } from '../add-note.server.ts'
import { receiveLead } from '../leads-fixture.server.ts'
import { mergeFields, type MergeKind, type MergeField, type Side } from './merge-choices.ts'
import { mergeLeads } from './merge-leads.server.ts'
import { findPair, seenOf } from './pair.server.ts'

/** Every row of every table but the audit log, without versions and times of change: what undoing brings back. */
export async function wholeDatabase(): Promise<Record<string, string[]>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename NOT IN ('_prisma_migrations', 'audit_entry') ORDER BY 1`
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT (to_jsonb(each) - 'version' - 'updated_at')::text AS row FROM "${name}" AS each ORDER BY 1`,
    )
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

/** How much of everything a lead has: 0 is nothing but what came in. */
export type Richness = { bookings: number; notes: number; tasks: number; letters: number; files: number }

/** A lead with requirement, consent, guests, files, letters, tasks, notes, a draft, a suggestion, a notification, a webhook told. */
export async function receiveRichLead(
  staff: Viewer,
  about: { email?: string; name?: string; title?: string; ownerId?: string; at: Date },
  { bookings, notes, tasks, letters, files }: Richness,
) {
  const { at } = about
  const lead = await receiveLead(about)
  const { leadId, personId, submissionId } = lead
  const ofLead = { leadId, createdAt: at }
  await db.requirement.create({
    data: {
      ...ofLead,
      submissionId,
      skills: ['Rust', about.title ?? 'Go'],
      ...{ start: 'now', duration: 'months', engagement: 'full', overlap: 'some' },
      roles: { create: { position: 0, role: 'backend-developer', count: '2', seniority: 'senior' } },
    },
  })
  await db.consent.create({
    data: {
      email: about.email ?? 'x@acme.example',
      purpose: 'respond',
      noticeVersion: '1',
      given: true,
      leadId,
    },
  })
  for (let number = 0; number < bookings; number += 1) {
    const booking = await book(lead, addHours(at, 24 + number), number)
    await db.letter.create({ data: letterTo(leadId, booking.id) })
  }
  for (let number = 0; number < notes; number += 1)
    await addNote(staff, lead.ref, { words: `Note ${number} on ${lead.ref}` }, addMinutes(at, number))
  await db.task.createMany({
    data: Array.from({ length: tasks }, (_, number) => ({
      ...ofLead,
      title: `Task ${number}`,
      dueAt: addHours(at, number + 1),
      assigneeId: staff.id,
    })),
  })
  for (let number = 0; number < letters; number += 1) await db.letter.create({ data: letterTo(leadId, null) })
  for (let number = 0; number < files; number += 1)
    await db.leadFile.create({
      data: {
        ...ofLead,
        submissionId,
        name: 'jd.pdf',
        mediaType: 'application/pdf',
        size: 3,
        content: Buffer.from('jd!'),
      },
    })
  await db.suggestion.create({ data: { ...ofLead, field: 'phone', value: '+49 30 123' } })
  await db.leadDraft.create({
    data: { leadId, staffId: staff.id, kind: notes > 0 ? 'note' : 'mail', body: 'Begun', updatedAt: at },
  })
  await db.notification.create({
    data: { staffId: staff.id, kind: 'reply', leadId, createdAt: at, dedupeKey: randomUUID() },
  })
  const webhook = await db.webhook.create({
    data: { url: 'https://hooks.example', events: ['lead.recorded'], secret: `whsec_${randomUUID()}` },
  })
  await db.webhookDelivery.create({
    data: { webhookId: webhook.id, leadId, event: 'lead.recorded', data: { source: 'requirement' }, at },
  })
  await db.lead.update({ where: { id: leadId }, data: { tags: ['key account', `tag ${notes}`] } })
  return { ...lead, personId }
}

function letterTo(leadId: string, bookingId: string | null) {
  const key = randomUUID()
  return {
    ...{ kind: 'lead-message', props: { subject: 'Hello' }, to: 'dana@acme.example', leadId, bookingId },
    ...{ dedupeKey: key, messageId: `<${key}>` },
  }
}

async function book(
  { leadId, personId, ref }: { leadId: string; personId: string; ref: number },
  startsAt: Date,
  number: number,
) {
  const host = await db.host.create({
    data: { slug: randomUUID(), publicId: randomUUID(), name: 'Calendar', timeZone: 'Asia/Kolkata' },
  })
  const type = await db.consultationType.create({
    data: {
      slug: randomUUID(),
      name: 'Call',
      minutes: 30,
      stepMinutes: 30,
      noticeMinutes: 0,
      windowDays: 30,
    },
  })
  const endsAt = addMinutes(startsAt, 30)
  const idempotencyKey = randomUUID()
  const reference = `B-${ref}-${number}`
  const booking = await db.booking.create({
    data: {
      ...{ reference, publicId: randomUUID(), typeId: type.id, hostId: host.id, leadId, personId },
      ...{ startsAt, endsAt, blockedFrom: startsAt, blockedUntil: endsAt },
      ...{ visitorTimeZone: 'Europe/Berlin', visitorName: 'Dana Doe', visitorEmail: 'dana@acme.example' },
      ...{ guests: ['guest@acme.example'], location: 'https://meet.example/room' },
      ...{ icsUid: randomUUID(), idempotencyKey, requestHash: 'none' },
    },
  })
  await db.submission.create({
    data: {
      ...{
        kind: 'booking',
        reference: `R-${ref}-${number}`,
        title: 'Free consultation',
        publicId: randomUUID(),
      },
      ...{ idempotencyKey: `booking ${idempotencyKey}`, requestHash: 'none', payload: {}, leadId },
      email: 'dana@acme.example',
    },
  })
  await db.leadEvent.create({
    data: {
      leadId,
      at: startsAt,
      kind: 'booked',
      detail: { bookingId: booking.id, reference, startsAt: startsAt.toISOString() },
    },
  })
  return booking
}

/** Merges with all of the fields of one of the two. */
export async function mergeAll(
  viewer: Viewer,
  {
    kept,
    other,
    kind = 'both',
    from = 'kept',
  }: { kept: number; other: number; kind?: MergeKind; from?: Side },
  at = new Date('2026-11-23T09:00:00Z'),
) {
  const pair = await findPair(db, viewer, { ref: kept, other })
  const choices: Partial<Record<MergeField, Side>> = Object.fromEntries(
    mergeFields.map((field) => [field, from]),
  )
  return mergeLeads(viewer, kept, { with: other, kind, seen: pair ? seenOf(pair) : '', ...choices }, at)
}
