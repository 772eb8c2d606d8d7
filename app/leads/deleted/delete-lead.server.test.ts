import { addDays, addMinutes, subDays } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { keepRetention } from '#app/privacy/keep-retention.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { findDuplicates } from '../merge/find-duplicates.server.ts'
import { getWhereItIs } from '../merge/find-kept.server.ts'
import { findLead } from '../find-lead.server.ts'
import { bookWith, receiveLead } from '../leads-fixture.server.ts'
import { readLeadFilter } from '../list/filter.ts'
import { listLeads } from '../list/list-leads.server.ts'
import { receiveRichLead, wholeDatabase } from '../merge/regroup-fixture.server.ts'
import { readToday } from '../today/today.server.ts'
import { isWaited } from '../waiting-fixture.server.ts'
import { deleteLead, restoreLead } from './delete-lead.server.ts'
import { listDeleted } from './list-deleted.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
let manager: Viewer
let cora: Viewer

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE staff, lead, person, company, host, submission, letter, retention_run CASCADE`
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  cora = await addStaff({ email: 'cora@firm.example' })
})

function list(viewer: Viewer, address: string) {
  return listLeads({ viewer, filter: readLeadFilter(new URLSearchParams(address)), now })
}

test('a deleted lead is in no list, count, search, Today or warning, and is there again when it is restored', async () => {
  const { ref, personId } = await receiveLead({ name: 'Dana Deleted', title: 'Deleted title' })
  const other = await receiveLead({ name: 'Dana Deleted', title: 'Other title' })
  const numbers = async () => {
    const lead = await findLead(manager, other.ref)
    const today = await readToday(manager, addDays(now, 9))
    return {
      page: (await findLead(manager, ref))?.ref ?? null,
      list: (await list(manager, '')).count,
      search: (await list(manager, 'q=deleted')).count,
      overdue: today.overdue.count,
      unassigned: today.unassigned.count,
      duplicates: lead && (await findDuplicates(manager, lead)).seen.length,
    }
  }
  expect(await numbers()).toEqual({ page: ref, list: 2, search: 2, overdue: 2, unassigned: 2, duplicates: 1 })

  expect((await deleteLead(manager, ref, now)).ok).toBe(true)

  expect(await numbers()).toEqual({
    page: null,
    list: 1,
    search: 1,
    overdue: 1,
    unassigned: 1,
    duplicates: 0,
  })
  expect((await listDeleted(manager, undefined, now)).leads).toMatchObject([
    { ref, title: 'Deleted title', who: 'Dana Deleted', by: manager.name },
  ])
  expect(await db.person.count({ where: { id: personId } })).toBe(1)

  expect((await restoreLead(manager, ref, now)).ok).toBe(true)

  expect(await numbers()).toEqual({ page: ref, list: 2, search: 2, overdue: 2, unassigned: 2, duplicates: 1 })
})

test('restored, a lead has everything that it had, and two lines more in its timeline', async () => {
  const much = { bookings: 2, notes: 2, tasks: 2, letters: 2, files: 1 }
  const { ref } = await receiveRichLead(manager, { email: 'dana@acme.example', at: subDays(now, 5) }, much)
  const before = await wholeDatabase()

  await deleteLead(manager, ref, now)
  await restoreLead(manager, ref, now)

  const after = await wholeDatabase()
  const changed = Object.keys(before).filter((table) => String(before[table]) !== String(after[table]))
  // The lead itself was touched: its last activity.
  expect(changed).toEqual(['lead', 'lead_event'])
  expect(after.lead_event).toHaveLength((before.lead_event?.length ?? 0) + 2)
  expect((await findLead(manager, ref))?.nextAction).toBe('Task 0')
})

test('an open lead that is restored after its owner left is nobody’s, and says whose it was; a closed one keeps its owner', async () => {
  const open = await receiveLead({ ownerId: cora.id })
  const closed = await receiveLead({ ownerId: cora.id })
  await db.lead.update({ where: { ref: closed.ref }, data: { status: 'won', closedAt: now } })
  for (const { ref } of [open, closed]) await deleteLead(manager, ref, now)
  await db.staff.update({ where: { id: cora.id }, data: { disabledAt: now } })

  for (const { ref } of [open, closed])
    expect(await restoreLead(manager, ref, now)).toMatchObject({ ok: true })

  const owners = await db.lead.findMany({ orderBy: { ref: 'asc' }, select: { ownerId: true } })
  expect(owners).toEqual([{ ownerId: null }, { ownerId: cora.id }])
  expect(await db.leadEvent.findMany({ where: { kind: 'owner' } })).toMatchObject([
    { leadId: open.leadId, actorId: manager.id, detail: { from: cora.name } },
  ])
  expect((await list(manager, 'owner=unassigned')).leads).toMatchObject([{ ref: open.ref }])
})

test('an open task of somebody who left comes back to the lead’s owner, or to whoever restores it, and they are told', async () => {
  const colin = await addStaff({ email: 'colin@firm.example' })
  const [colins, coras] = [await receiveLead({ ownerId: colin.id }), await receiveLead({ ownerId: cora.id })]
  const dueAt = addDays(now, 1)
  const add = (title: string, leadId: string, doneAt: Date | null = null) =>
    db.task.create({ data: { title, leadId, dueAt, doneAt, assigneeId: cora.id } })
  await add('Call', colins.leadId)
  await add('Write', coras.leadId)
  await add('Long done', coras.leadId, now)
  for (const { ref } of [colins, coras]) await deleteLead(manager, ref, now)
  await db.staff.update({ where: { id: cora.id }, data: { disabledAt: now } })

  for (const { ref } of [colins, coras]) await restoreLead(manager, ref, now)

  const tasks = await db.task.findMany({ orderBy: { title: 'asc' } })
  expect(tasks.map(({ title, assigneeId }) => [title, assigneeId])).toEqual([
    ['Call', colin.id],
    ['Long done', cora.id],
    ['Write', manager.id],
  ])
  const told = await db.notification.findMany({ where: { kind: 'assigned' } })
  expect(told).toMatchObject([{ staffId: colin.id, taskId: tasks[0]?.id, actorId: manager.id }])
})

test('a lead that is restored while its owner works stays theirs', async () => {
  const { ref } = await receiveLead({ ownerId: cora.id })
  await deleteLead(manager, ref, now)

  await restoreLead(manager, ref, now)

  expect((await findLead(cora, ref))?.owner).toMatchObject({ id: cora.id })
})

test('a lead whose consultation is still to come is not deleted: the visitor would come in vain', async () => {
  const lead = await receiveLead()
  const { id } = await bookWith(cora.id, lead, addDays(now, 1))

  expect(await deleteLead(manager, lead.ref, now)).toEqual({ ok: false, reason: 'coming-consultation' })

  const cancelled = { status: 'cancelled' as const, cancelledAt: now, cancelledBy: 'staff' as const }
  await db.booking.update({ where: { id }, data: cancelled })
  expect((await deleteLead(manager, lead.ref, now)).ok).toBe(true)
})

test('consultants and readers neither delete nor restore nor look', async () => {
  const { ref } = await receiveLead({ ownerId: cora.id })
  const reader = await addStaff({ email: 'ray@firm.example', role: 'read_only' })

  for (const viewer of [cora, reader]) {
    await expect(deleteLead(viewer, ref, now)).rejects.toMatchObject({ status: 403 })
    await expect(restoreLead(viewer, ref, now)).rejects.toMatchObject({ status: 403 })
    await expect(listDeleted(viewer, undefined, now)).rejects.toMatchObject({ status: 403 })
  }
  expect((await findLead(cora, ref))?.ref).toBe(ref)
})

test('the address of a deleted lead leads to the deleted ones for those who may restore it, and nowhere for others', async () => {
  const { ref } = await receiveLead({ ownerId: cora.id })
  await deleteLead(manager, ref, now)

  expect(await getWhereItIs(manager, ref)).toBe(`/staff/leads/deleted#l-${ref}`)
  await expect(getWhereItIs(cora, ref)).rejects.toMatchObject({ status: 404 })
})

test('whoever writes again while their lead is being deleted brings it back', async () => {
  const email = 'dana@acme.example'
  const { leadId } = await receiveLead({ email, at: now })

  const { writing } = await db.$transaction(async (tx) => {
    await tx.lead.update({ where: { id: leadId }, data: { deletedAt: now } })
    const writing = receiveLead({ email, at: now })
    await isWaited(tx)
    return { writing }
  })

  expect((await writing).leadId).toBe(leadId)
  expect(await db.lead.findUnique({ where: { id: leadId } })).toMatchObject({ deletedAt: null })
})

test('a lead is erased 30 days after it was deleted, with all that belongs to it', async () => {
  const much = { bookings: 1, notes: 1, tasks: 1, letters: 1, files: 1 }
  const old = await receiveRichLead(manager, { email: 'old@acme.example', at: subDays(now, 40) }, much)
  const young = await receiveRichLead(manager, { email: 'young@acme.example', at: subDays(now, 40) }, much)
  await deleteLead(manager, old.ref, subDays(now, 30))
  await deleteLead(manager, young.ref, addMinutes(subDays(now, 30), 1))

  await keepRetention(now)

  expect((await db.lead.findMany()).map(({ ref }) => ref)).toEqual([young.ref])
  expect(await db.booking.count()).toBe(1)
  expect(await db.person.count({ where: { id: old.personId } })).toBe(0)
  expect((await listDeleted(manager, undefined, now)).leads).toMatchObject([{ ref: young.ref }])
})

test('the list of deleted leads shows every one of one moment once, page by page', async () => {
  const { personId } = await receiveLead()
  await db.lead.createMany({
    data: Array.from({ length: 60 }, (_, number) => ({
      ...{ personId, title: `Lead ${number}`, source: 'manual' as const, searchText: '' },
      ...{ lastActivityAt: now, deletedAt: now },
    })),
  })

  const first = await listDeleted(manager, undefined, now)
  const [at = '0', ...id] = (first.next ?? '').split('-')
  const second = await listDeleted(manager, { at: new Date(Number(at)), id: id.join('-') }, now)

  expect([first.leads.length, second.leads.length, second.next]).toEqual([50, 10, null])
  expect(new Set([...first.leads, ...second.leads].map(({ ref }) => ref)).size).toBe(60)
})

test('deleting and restoring stand in the audit log', async () => {
  const { ref, leadId } = await receiveLead()
  await deleteLead(manager, ref, now)
  await restoreLead(manager, ref, now)

  const entries = await db.auditEntry.findMany({ where: { entityId: leadId }, orderBy: { id: 'asc' } })

  expect(entries.map(({ actorId, after }) => [actorId, Reflect.get(Object(after), 'event')])).toEqual([
    [manager.id, 'deleted'],
    [manager.id, 'restored'],
  ])
})
