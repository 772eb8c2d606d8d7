import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { takeStep } from '../jobs/take-step.server.ts'
import { steps, workOff } from '../jobs/work-off.fixture.ts'
import { bookWith, receiveLead } from '../leads-fixture.server.ts'
import { isWaited } from '../waiting-fixture.server.ts'
import { carryOut, lost, member, now, reasonsOf, receiveMany, refsOf, statusOf } from './bulk.fixture.ts'
import { countChosen, forecast } from './chosen-leads.server.ts'
import { startBulk } from './start-bulk.server.ts'

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
  await receiveMany(53, { title: `Many ${tag}` })
  const chosen = { query: `q=${tag}` }

  const total = await countChosen({ viewer: manager, chosen, now })
  const job = await carryOut(manager, chosen, { act: 'tag', tag: 'fair' })

  expect(total).toBe(53)
  expect(job).toMatchObject({ total: 53, changed: 53 })
  expect(await db.lead.count({ where: { title: `Many ${tag}`, tags: { has: 'fair' } } })).toBe(53)
})

test('whoever works on several of the leads at that moment is waited for, not met in a circle', async () => {
  const [low, high] = (await receiveMany(2)).map(({ leadId }) => leadId).toSorted()
  // So the order of their numbers is not the order in which several are locked.
  await db.$executeRaw`UPDATE lead SET ref = nextval(pg_get_serial_sequence('lead', 'ref')) WHERE id = ${low}::uuid`
  const leads = await db.lead.findMany({
    where: { id: { in: [low, high].map(String) } },
    select: { ref: true },
  })
  const chosen = { refs: leads.map(({ ref }) => ref) }
  await startBulk(manager, { chosen, act: { act: 'tag', tag: 'fair' }, key: randomUUID() }, now)
  await takeStep(steps, now)

  const { changing } = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM lead WHERE id = ${low}::uuid FOR NO KEY UPDATE`
    const changing = takeStep(steps, now)
    await isWaited(tx)
    await tx.$queryRaw`SELECT FROM lead WHERE id = ${high}::uuid FOR NO KEY UPDATE`
    return { changing }
  })

  await changing
  expect(await db.deskJob.findFirstOrThrow()).toMatchObject({ state: 'done', changed: 2, attempts: 0 })
})

test('what is a colleague’s is not changed by a consultant, whether ticked or found', async () => {
  const [consultant, colleague] = [await member('consultant'), await member('consultant')]
  const own = await receiveLead({ title: 'Reach', ownerId: consultant.id })
  const nobodys = await receiveLead({ title: 'Reach' })
  const foreign = await receiveLead({ title: 'Reach', ownerId: colleague.id })
  const hosted = await receiveLead({ title: 'Reach', ownerId: colleague.id })
  await bookWith(consultant.id, hosted, new Date('2026-11-24T09:00:00Z'))
  const chosen = { refs: [own, nobodys, foreign, hosted].map(({ ref }) => ref) }

  const ofColleague = { viewer: consultant, chosen: { query: `owner=${colleague.id}` }, now }
  expect(await countChosen(ofColleague)).toBe(1)
  expect(await forecast({ ...ofColleague, act: { act: 'owner', owner: '' } })).toMatchObject({
    ...{ total: 1, changed: 0, kept: [{ reason: 'may-not-reassign', count: 1 }] },
  })
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
