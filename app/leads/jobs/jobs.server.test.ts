import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { carryOut, later, lost, member, now, receiveMany, refsOf, statusOf } from '../bulk/bulk.fixture.ts'
import { startBulk } from '../bulk/start-bulk.server.ts'
import { receiveLead } from '../leads-fixture.server.ts'
import { addJob, countOutcomes, stopJob, undoJob } from './jobs.server.ts'
import { takeStep, type Steps } from './take-step.server.ts'
import { steps, workOff } from './work-off.fixture.ts'

let manager: Viewer
beforeEach(async () => {
  await db.deskJob.deleteMany()
  manager = await member('manager')
})

test('a process that ends in the middle leaves whole portions, and the next one goes on: nothing is done twice', async () => {
  const leads = await receiveMany(45)
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
  const leads = await receiveMany(41)
  const { id } = await startBulk(manager, { chosen: refsOf(leads), act: lost, key: randomUUID() }, now)

  await Promise.all([workOff(now), workOff(now), workOff(now)])
  await workOff(now)

  // A portion that is done again finds its leads lost already, and says so.
  expect(await countOutcomes(id)).toEqual([{ outcome: 'changed', reason: '', _count: 41 }])
  expect(await db.deskJob.findUniqueOrThrow({ where: { id } })).toMatchObject({ done: 41, changed: 41 })
  expect(await db.lead.count({ where: { id: { in: idsOf(leads) }, version: 2, status: 'lost' } })).toBe(41)
})

test('a form that is sent twice begins one job', async () => {
  const { ref } = await receiveLead()
  const ask = { chosen: { refs: [ref] }, act: lost, key: randomUUID() }

  const [first, second] = await Promise.all([startBulk(manager, ask, now), startBulk(manager, ask, now)])

  expect(first.id).toBe(second.id)
  expect(await db.auditEntry.count({ where: { entityId: first.id, action: 'bulk.asked' } })).toBe(1)
})

test('a job that is stopped keeps what it did, and that can be undone', async () => {
  const leads = await receiveMany(25)
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

function idsOf(leads: readonly { leadId: string }[]): string[] {
  return leads.map(({ leadId }) => leadId)
}
