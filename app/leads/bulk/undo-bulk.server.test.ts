import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { undoJob } from '../jobs/jobs.server.ts'
import { workOff } from '../jobs/work-off.fixture.ts'
import { receiveLead } from '../leads-fixture.server.ts'
import { carryOut, later, lost, member, now, reasonsOf, refsOf, statusOf } from './bulk.fixture.ts'

let manager: Viewer
beforeEach(async () => {
  await db.deskJob.deleteMany()
  manager = await member('manager')
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

async function ownersOf(leads: readonly { leadId: string }[]) {
  const found = await db.lead.findMany({
    where: { id: { in: leads.map(({ leadId }) => leadId) } },
    orderBy: { ref: 'asc' },
  })
  return found.map(({ ownerId }) => ownerId)
}
