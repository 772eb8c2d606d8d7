import { randomUUID } from 'node:crypto'
import { addDays, subDays, subMonths } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { receiveLead, bookWith } from '#app/leads/leads-fixture.server.ts'
import { mergeAll } from '#app/leads/merge/regroup-fixture.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { storedRequestSchema } from '#app/requirements/stored-answers.ts'
import { shareRequirement } from '#app/requirements/share-requirement.server.ts'
import { describeRetention, keepRetention } from './keep-retention.server.ts'

const now = new Date('2026-11-30T06:00:00Z')

beforeEach(async () => {
  await db.retentionRun.deleteMany()
})

async function dueOf(rule: string): Promise<number | undefined> {
  return (await describeRetention(now)).find(({ name }) => name === rule)?.due
}

/** A lead with a note, a task, a file and a consultation, last heard of at this moment. */
async function leadFrom(lastActivityAt: Date) {
  const staff = await addStaff({ email: `${randomUUID()}@firm.example` })
  const lead = await receiveLead({ at: lastActivityAt })
  const { leadId } = lead
  await bookWith(staff.id, lead, lastActivityAt)
  await db.note.create({ data: { leadId, authorId: staff.id, body: 'Rang, nobody answered' } })
  await db.task.create({
    data: { leadId, title: 'Ring again', dueAt: now, assigneeId: staff.id, createdAt: now },
  })
  await db.leadFile.create({
    data: { leadId, name: 'brief.txt', mediaType: 'text/plain', size: 2, content: Buffer.from('hi') },
  })
  await db.lead.update({ where: { id: leadId }, data: { lastActivityAt } })
  return lead
}

/** A requirement that looks like abuse, received at this moment. */
async function doubtful(outcome: 'held' | 'spam', createdAt: Date): Promise<string> {
  const email = `${randomUUID()}@doubt.example`
  const request = storedRequestSchema.parse({
    ...{ name: 'Dana Doubt', email, company: 'Doubt', message: 'Cheap links', roles: [] },
    ...{ timeZone: 'Europe/Berlin', notice: '2026-11-22', marketing: false, idempotencyKey: randomUUID() },
  })
  const judgement = { outcome, score: 90, reasons: ['no-form' as const], bodyHash: 'words', ipHash: 'whence' }
  await shareRequirement(request, { now: createdAt, titleOf: () => 'Other', judgement })
  return email
}

test('a lead without a deal goes after two years with all that belongs to it, and its person with it', async () => {
  const old = await leadFrom(subDays(subMonths(now, 24), 1))
  const young = await leadFrom(subMonths(now, 23))
  expect(await dueOf('leads')).toBe(1)

  await keepRetention(now)

  const left = await db.lead.findMany({ select: { id: true } })
  expect(left.map(({ id }) => id)).toContain(young.leadId)
  expect(left.map(({ id }) => id)).not.toContain(old.leadId)
  expect(await db.person.count({ where: { id: old.personId } })).toBe(0)
  expect(await db.person.count({ where: { id: young.personId } })).toBe(1)
  for (const table of [db.booking, db.note, db.task, db.leadFile, db.submission] as const) {
    const count = (table.count as (about: object) => Promise<number>)({ where: { leadId: old.leadId } })
    expect(await count).toBe(0)
  }
  expect(await dueOf('leads')).toBe(0)
})

test('a lead that was won stays, however old, and so does a person of whom another lead is left', async () => {
  const won = await leadFrom(subMonths(now, 60))
  await db.lead.update({
    where: { id: won.leadId },
    data: { status: 'won', closedAt: subMonths(now, 60), lastActivityAt: subMonths(now, 60) },
  })
  const twice = await leadFrom(subMonths(now, 30))
  const again = await receiveLead({ at: subMonths(now, 1) })
  await db.lead.update({ where: { id: again.leadId }, data: { personId: twice.personId } })

  await keepRetention(now)

  expect(await db.lead.count({ where: { id: won.leadId } })).toBe(1)
  expect(await db.lead.count({ where: { id: twice.leadId } })).toBe(0)
  expect(await db.person.count({ where: { id: twice.personId } })).toBe(1)
})

test('of spam only a fingerprint of its words is left after a month; what was held goes after three', async () => {
  const oldSpam = await doubtful('spam', subDays(now, 31))
  const newSpam = await doubtful('spam', subDays(now, 29))
  const oldHeld = await doubtful('held', subDays(now, 91))
  const newHeld = await doubtful('held', subDays(now, 89))

  await keepRetention(now)

  const left = await db.submission.findMany({ where: { outcome: { in: ['spam', 'held'] } } })
  const emails = left.map(({ email }) => email)
  expect(emails).toEqual(expect.arrayContaining(['', newSpam, newHeld]))
  expect(emails).not.toContain(oldSpam)
  expect(emails).not.toContain(oldHeld)
  expect(left.find(({ email }) => email === '')).toMatchObject({
    payload: {},
    bodyHash: 'words',
    ipHash: null,
  })
})

test('a draft goes two weeks after its last change, and its file with it', async () => {
  const draft = (updatedAt: Date) =>
    db.requirementDraft.create({
      data: { publicId: randomUUID(), steps: {}, updatedAt, expiresAt: addDays(updatedAt, 14) },
    })
  const old = await draft(subDays(now, 15))
  const young = await draft(subDays(now, 13))
  await db.leadFile.create({
    data: { draftId: old.id, name: 'a.txt', mediaType: 'text/plain', size: 1, content: Buffer.from('a') },
  })

  await keepRetention(now)

  expect(await db.requirementDraft.findMany({ where: { id: { in: [old.id, young.id] } } })).toMatchObject([
    { id: young.id },
  ])
  expect(await db.leadFile.count({ where: { draftId: old.id } })).toBe(0)
})

test('of several processes one does the work, and a look ahead changes nothing', async () => {
  await doubtful('held', subDays(now, 91))

  const seen = [await dueOf('held'), await dueOf('held')]
  const turns = await Promise.all([keepRetention(now), keepRetention(now), keepRetention(now)])

  expect(seen).toEqual([1, 1])
  expect(turns.filter(Boolean)).toHaveLength(1)
  expect(await keepRetention(addDays(now, 1))).toBe(true)
})

test('what undoing a merge goes back to is kept for 30 days, and then who was merged is no more', async () => {
  const manager = await addStaff({ email: `${randomUUID()}@firm.example`, role: 'manager' })
  const [kept, old, young] = [await receiveLead(), await receiveLead(), await receiveLead()]
  await mergeAll(manager, { kept: kept.ref, other: old.ref, kind: 'both' }, subDays(now, 30))
  await mergeAll(manager, { kept: kept.ref, other: young.ref, kind: 'both' }, subDays(now, 29))

  await keepRetention(now)

  expect(await db.regrouping.findMany({ select: { otherLeadId: true } })).toEqual([
    { otherLeadId: young.leadId },
  ])
  expect(await db.person.count({ where: { id: old.personId } })).toBe(0)
  expect(await db.person.count({ where: { id: { in: [kept.personId, young.personId] } } })).toBe(2)
  expect(await db.lead.findUnique({ where: { id: old.leadId } })).toMatchObject({ mergedIntoId: kept.leadId })
})

test('what was done to many leads at once is kept for 30 days with its lines, unless it is still under way', async () => {
  const { leadId } = await receiveLead()
  const old = await jobOf(leadId, { state: 'done', createdAt: subDays(now, 31) })
  const young = await jobOf(leadId, { state: 'done', createdAt: subDays(now, 29) })
  const slow = await jobOf(leadId, { state: 'running', createdAt: subDays(now, 31) })

  await keepRetention(now)

  const left = await db.deskJob.findMany({ select: { id: true } })
  expect(left.map(({ id }) => id).toSorted()).toEqual([young, slow].toSorted())
  const about = { where: { jobId: old } }
  const lines = [db.deskJobLead.count(about), db.deskJobRow.count(about), db.deskJobPiece.count(about)]
  expect(await Promise.all(lines)).toEqual([0, 0, 0])
})

/** A job with a lead that it changed, a line of a file that it read and a piece of one that it wrote. */
async function jobOf(leadId: string, job: { state: 'done' | 'running'; createdAt: Date }): Promise<string> {
  const { id: staffId } = await addStaff({ email: `${randomUUID()}@firm.example` })
  const { id } = await db.deskJob.create({
    data: {
      ...{ ...job, kind: 'bulk', key: randomUUID(), ask: {}, staffId, actorId: staffId },
      leads: { create: { number: 1, leadId } },
      rows: { create: { number: 2, cells: ['Ann'] } },
      pieces: { create: { number: 1, content: Buffer.from('Ann') } },
    },
  })
  return id
}
