import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { StaffRole } from '#app/prisma/enums.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addJob, stopJob, undoJob } from '../jobs/jobs.server.ts'
import { takeStep, type Steps } from '../jobs/take-step.server.ts'
import { steps, workOff } from '../jobs/work-off.fixture.ts'
import { bookWith, receiveLead } from '../leads-fixture.server.ts'
import type { BulkAct, Chosen } from './bulk-act.ts'
import { countChosen, forecast } from './chosen-leads.server.ts'
import { startBulk } from './start-bulk.server.ts'

const now = new Date('2026-11-23T10:00:00Z')
const later = new Date('2026-11-23T11:00:00Z')
const lost: BulkAct = { act: 'status', to: 'lost', lostReason: 'budget', note: '' }

let manager: Viewer
beforeEach(async () => {
  await db.deskJob.deleteMany()
  manager = await member('manager')
})

test('many leads are moved by the rules of a single one, and the page says so beforehand', async () => {
  const one = await receiveLead({ title: 'New one' })
  const other = await receiveLead({ title: 'Another' })
  const already = await receiveLead({ title: 'Lost before' })
  await db.lead.update({
    where: { id: already.leadId },
    data: { status: 'lost', lostReason: 'postponed', closedAt: now },
  })
  const chosen = { refs: [one, other, already].map(({ ref }) => ref) }

  const said = await forecast({ viewer: manager, chosen, act: lost, now })
  const job = await carryOut(manager, chosen, lost)

  expect(said).toEqual({ total: 3, changed: 2, kept: [{ reason: 'same-status', count: 1 }] })
  expect(job).toMatchObject({ state: 'done', total: 3, done: 3, changed: 2 })
  expect(await statusOf(one.leadId)).toEqual({ status: 'lost', lostReason: 'budget', isClosed: true })
  expect(await statusOf(already.leadId)).toEqual({ status: 'lost', lostReason: 'postponed', isClosed: true })
})

test('a new lead does not become contacted by saying so, however many are chosen', async () => {
  const { ref, leadId } = await receiveLead()

  const job = await carryOut(manager, { refs: [ref] }, { act: 'status', to: 'contacted', note: '' })

  expect(job).toMatchObject({ changed: 0, done: 1 })
  expect(await reasonsOf(job.id)).toEqual(['needs-event'])
  expect(await statusOf(leadId)).toMatchObject({ status: 'new' })
})

test('every lead’s timeline and the audit log tell of it, and the new owner is told once', async () => {
  const owner = await member('consultant')
  const leads = [await receiveLead(), await receiveLead(), await receiveLead()]

  const job = await carryOut(manager, refsOf(leads), { act: 'owner', owner: owner.id })

  for (const { leadId } of leads) {
    const event = await db.leadEvent.findFirst({ where: { leadId }, orderBy: { id: 'desc' } })
    expect(event).toMatchObject({ kind: 'owner', actorId: manager.id, detail: { to: owner.name } })
    expect(await db.auditEntry.count({ where: { entityId: leadId, actorId: manager.id } })).toBe(1)
  }
  const entries = await db.auditEntry.findMany({ where: { entityId: job.id }, orderBy: { id: 'asc' } })
  expect(entries.map(({ action, after }) => ({ action, after }))).toEqual([
    { action: 'bulk.asked', after: { act: 'owner', leads: 3 } },
    { action: 'bulk.changed', after: { act: 'owner', changed: 3, skipped: 0 } },
  ])
  expect(await db.notification.count({ where: { staffId: owner.id } })).toBe(1)
  expect(await db.letter.count({ where: { to: owner.email } })).toBe(1)
})

test('all that a filter finds is changed, beyond the page of the list and what it counts to', async () => {
  const tag = randomUUID().slice(0, 8)
  const leads = []
  for (let i = 0; i < 53; i++) leads.push(await receiveLead({ title: `Many ${tag}` }))
  const chosen = { query: `q=${tag}` }

  const total = await countChosen({ viewer: manager, chosen, now })
  const job = await carryOut(manager, chosen, { act: 'tag', tag: 'fair' })

  expect(total).toBe(53)
  expect(job).toMatchObject({ total: 53, changed: 53 })
  expect(await db.lead.count({ where: { title: `Many ${tag}`, tags: { has: 'fair' } } })).toBe(53)
})

test('what is a colleague’s is not changed by a consultant, whether ticked or found', async () => {
  const [consultant, colleague] = [await member('consultant'), await member('consultant')]
  const own = await receiveLead({ title: 'Reach', ownerId: consultant.id })
  const nobodys = await receiveLead({ title: 'Reach' })
  const foreign = await receiveLead({ title: 'Reach', ownerId: colleague.id })
  const hosted = await receiveLead({ title: 'Reach', ownerId: colleague.id })
  await bookWith(consultant.id, hosted, new Date('2026-11-24T09:00:00Z'))
  const chosen = { refs: [own, nobodys, foreign, hosted].map(({ ref }) => ref) }

  const ticked = await carryOut(consultant, chosen, { act: 'owner', owner: consultant.id })
  const found = await carryOut(consultant, { query: 'q=reach' }, { act: 'tag', tag: 'mine' })

  expect(ticked).toMatchObject({ total: 3, changed: 1 })
  expect(await reasonsOf(ticked.id)).toEqual(['may-not-reassign', 'same-owner'])
  expect(found).toMatchObject({ total: 3, changed: 3 })
  expect(await db.lead.findUniqueOrThrow({ where: { id: foreign.leadId } })).toMatchObject({
    ownerId: colleague.id,
    tags: [],
    version: 1,
  })
})

test('whoever may only look begins nothing, and whoever lost the right meanwhile changes nothing more', async () => {
  const reader = await member('read_only')
  const consultant = await member('consultant')
  const { ref, leadId } = await receiveLead({ ownerId: consultant.id })
  const ask = { chosen: { refs: [ref] }, act: lost, key: randomUUID() }
  await expect(startBulk(reader, ask, now)).rejects.toMatchObject({ status: 403 })
  const { id } = await startBulk(consultant, ask, now)

  await db.staff.update({ where: { id: consultant.id }, data: { role: 'read_only' } })
  await workOff(now)

  expect(await db.deskJob.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'stopped',
    changed: 0,
  })
  expect(await statusOf(leadId)).toMatchObject({ status: 'new' })
})

test('a consultant opens no closed lead again, not even in a crowd', async () => {
  const consultant = await member('consultant')
  const { ref, leadId } = await receiveLead({ ownerId: consultant.id })
  await carryOut(consultant, { refs: [ref] }, lost)

  const job = await carryOut(consultant, { refs: [ref] }, { act: 'status', to: 'new', note: 'Back' })

  expect(await reasonsOf(job.id)).toEqual(['may-not-reopen'])
  expect(await statusOf(leadId)).toMatchObject({ status: 'lost' })
})

test('a process that ends in the middle leaves whole portions, and the next one goes on: nothing is done twice', async () => {
  const leads = []
  for (let i = 0; i < 45; i++) leads.push(await receiveLead())
  const { id } = await startBulk(manager, { chosen: refsOf(leads), act: lost, key: randomUUID() }, now)
  await takeStep(steps, now)
  await takeStep(steps, now)

  await takeStep(dyingAfterItsWork, now)
  const between = await db.deskJob.findUniqueOrThrow({ where: { id } })
  const changedBetween = await db.lead.count({ where: { id: { in: idsOf(leads) }, status: 'lost' } })
  await db.deskJob.update({ where: { id }, data: { runAt: new Date(0) } })
  await workOff(now)

  expect(between).toMatchObject({ state: 'running', done: 20, attempts: 1 })
  expect(changedBetween).toBe(20)
  expect(await db.deskJob.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'done', changed: 45 })
  const moves = await db.leadEvent.groupBy({
    by: ['leadId'],
    where: { leadId: { in: idsOf(leads) }, kind: 'status' },
    _count: true,
  })
  expect(moves.map(({ _count }) => _count)).toEqual(Array.from({ length: 45 }, () => 1))
})

test('two workers at once share the jobs and never a portion', async () => {
  const leads = []
  for (let i = 0; i < 41; i++) leads.push(await receiveLead())
  await startBulk(manager, { chosen: refsOf(leads), act: lost, key: randomUUID() }, now)

  await Promise.all([workOff(now), workOff(now), workOff(now)])
  await workOff(now)

  const versions = await db.lead.groupBy({
    by: ['version', 'status'],
    where: { id: { in: idsOf(leads) } },
    _count: true,
  })
  expect(versions).toEqual([{ version: 2, status: 'lost', _count: 41 }])
})

test('a form that is sent twice begins one job', async () => {
  const { ref } = await receiveLead()
  const ask = { chosen: { refs: [ref] }, act: lost, key: randomUUID() }

  const [first, second] = await Promise.all([startBulk(manager, ask, now), startBulk(manager, ask, now)])

  expect(first.id).toBe(second.id)
  expect(await db.auditEntry.count({ where: { entityId: first.id, action: 'bulk.asked' } })).toBe(1)
})

test('undoing puts back what is still as the job left it, and says what it left alone', async () => {
  const [owner, thief] = [await member('consultant'), await member('consultant')]
  const first = await receiveLead({ ownerId: owner.id })
  const second = await receiveLead()
  const taken = await receiveLead()
  const job = await carryOut(manager, refsOf([first, second, taken]), { act: 'owner', owner: manager.id })
  await db.lead.update({ where: { id: taken.leadId }, data: { ownerId: thief.id } })

  expect(await undoJob(manager, job.id)).toMatchObject({ ok: true })
  await workOff(later)

  expect(await db.deskJob.findUniqueOrThrow({ where: { id: job.id } })).toMatchObject({
    state: 'undone',
    total: 3,
    changed: 2,
  })
  expect(await ownersOf([first, second, taken])).toEqual([owner.id, null, thief.id])
  expect(await reasonsOf(job.id)).toEqual(['changed-since'])
  expect(await undoJob(manager, job.id)).toEqual({ ok: false, reason: 'not-undoable' })
})

test('undoing a loss opens the lead as it was, and leaves one that was moved away and back', async () => {
  const untouched = await receiveLead()
  const moved = await receiveLead()
  await db.lead.update({ where: { id: untouched.leadId }, data: { status: 'qualified' } })
  const before = await db.lead.findUniqueOrThrow({ where: { id: untouched.leadId } })
  const job = await carryOut(manager, refsOf([untouched, moved]), lost)
  await db.lead.update({ where: { id: moved.leadId }, data: { stageEnteredAt: later } })

  await undoJob(manager, job.id)
  await workOff(later)

  const { status, lostReason, closedAt, stageEnteredAt } = before
  expect(await db.lead.findUniqueOrThrow({ where: { id: untouched.leadId } })).toMatchObject({
    ...{ status, lostReason, closedAt, stageEnteredAt },
  })
  expect(await statusOf(moved.leadId)).toMatchObject({ status: 'lost' })
  const event = await db.leadEvent.findFirst({ where: { leadId: untouched.leadId }, orderBy: { id: 'desc' } })
  expect(event?.detail).toMatchObject({ from: 'lost', to: 'qualified', because: 'undone' })
})

test('tags and the archive are undone, and neither makes a lead look busy', async () => {
  const { ref, leadId } = await receiveLead()
  await carryOut(manager, { refs: [ref] }, lost)
  const before = await db.lead.findUniqueOrThrow({ where: { id: leadId } })

  const archived = await carryOut(manager, { refs: [ref] }, { act: 'archive' })
  const tagged = await carryOut(manager, { refs: [ref] }, { act: 'tag', tag: 'fair' }, later)
  const between = await db.lead.findUniqueOrThrow({ where: { id: leadId } })
  for (const { id } of [archived, tagged]) await undoJob(manager, id)
  await workOff(later)

  expect(between).toMatchObject({ tags: ['fair'], archivedAt: now, lastActivityAt: before.lastActivityAt })
  expect(await db.lead.findUniqueOrThrow({ where: { id: leadId } })).toMatchObject({
    ...{ tags: [], archivedAt: null, lastActivityAt: before.lastActivityAt },
  })
})

test('open leads do not go into the archive, and one that is opened again leaves it', async () => {
  const open = await receiveLead()
  const closed = await receiveLead()
  await carryOut(manager, refsOf([closed]), lost)
  const job = await carryOut(manager, refsOf([open, closed]), { act: 'archive' })

  await db.lead.update({
    where: { id: closed.leadId },
    data: { status: 'new', closedAt: null, lostReason: null },
  })

  expect(await reasonsOf(job.id)).toEqual(['not-closed'])
  expect(await db.lead.findUniqueOrThrow({ where: { id: closed.leadId } })).toMatchObject({
    archivedAt: null,
  })
})

test('a job that is stopped keeps what it did, and that can be undone', async () => {
  const leads = []
  for (let i = 0; i < 25; i++) leads.push(await receiveLead())
  const { id } = await startBulk(manager, { chosen: refsOf(leads), act: lost, key: randomUUID() }, now)
  await takeStep(steps, now)
  await takeStep(steps, now)

  await stopJob(manager, id)
  await workOff(now)
  const stopped = await db.lead.count({ where: { id: { in: idsOf(leads) }, status: 'lost' } })
  await undoJob(manager, id)
  await workOff(later)

  expect(stopped).toBe(20)
  expect(await db.lead.count({ where: { id: { in: idsOf(leads) }, status: 'lost' } })).toBe(0)
})

test('a colleague’s job does not exist for a consultant; a manager may undo it', async () => {
  const [consultant, colleague] = [await member('consultant'), await member('consultant')]
  const { ref, leadId } = await receiveLead({ ownerId: consultant.id })
  const job = await carryOut(consultant, { refs: [ref] }, lost)

  expect(await undoJob(colleague, job.id)).toEqual({ ok: false, reason: 'not-undoable' })
  expect(await undoJob(manager, job.id)).toMatchObject({ ok: true })
  await workOff(later)

  expect(await statusOf(leadId)).toMatchObject({ status: 'new' })
})

test('jobs that fail again and again are given up, with what was done before', async () => {
  const broken = { kind: 'bulk' as const, state: 'running' as const, key: randomUUID(), ask: {} }
  const { id } = await db.$transaction((tx) => addJob(tx, manager, broken))

  for (let i = 0; i < 5; i++) {
    await db.deskJob.update({ where: { id }, data: { runAt: new Date(0) } })
    await takeStep(steps, now)
  }

  expect(await db.deskJob.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'failed',
    failure: expect.stringContaining('failed several times'),
  })
})

/** The process is killed when everything is written and nothing is kept. */
const dyingAfterItsWork: Steps = {
  ...steps,
  async bulk(tx, ...rest) {
    await steps.bulk(tx, ...rest)
    throw new Error('killed')
  },
}

let members = 0
function member(role: StaffRole): Promise<Viewer> {
  members += 1
  return addStaff({ email: `${role}${members}@firm.example`, role })
}

async function carryOut(viewer: Viewer, chosen: Chosen, act: BulkAct, at = now) {
  const { id } = await startBulk(viewer, { chosen, act, key: randomUUID() }, at)
  await workOff(at)
  return db.deskJob.findUniqueOrThrow({ where: { id } })
}

type Recorded = { leadId: string; ref: number }

function refsOf(leads: readonly Recorded[]): Chosen {
  return { refs: leads.map(({ ref }) => ref) }
}

function idsOf(leads: readonly Recorded[]): string[] {
  return leads.map(({ leadId }) => leadId)
}

async function statusOf(id: string) {
  const { status, lostReason, closedAt } = await db.lead.findUniqueOrThrow({ where: { id } })
  return { status, lostReason, isClosed: closedAt !== null }
}

async function ownersOf(leads: readonly Recorded[]) {
  const found = await db.lead.findMany({ where: { id: { in: idsOf(leads) } }, orderBy: { ref: 'asc' } })
  return found.map(({ ownerId }) => ownerId)
}

async function reasonsOf(jobId: string): Promise<string[]> {
  const rows = await db.deskJobLead.findMany({ where: { jobId, NOT: { reason: '' } } })
  return rows.map(({ reason }) => reason).toSorted()
}
