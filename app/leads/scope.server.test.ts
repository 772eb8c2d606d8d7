import { beforeAll, expect, test } from 'vitest'
import { bookingScope } from '#app/booking/desk/scope.server.ts'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { remindNextDue } from '#app/tasks/remind.server.ts'
import { taskScope } from '#app/tasks/scope.server.ts'
import { addNote } from './add-note.server.ts'
import { bookWith, changeStatus, receiveLead } from './leads-fixture.server.ts'
import { readLeadFilter } from './list/filter.ts'
import { listLeads } from './list/list-leads.server.ts'
import { logCall } from './log-call.server.ts'
import { leadScope, letterScope } from './scope.server.ts'

const now = new Date('2026-11-23T10:00:00Z')
let consultant: Viewer
let colleague: Viewer
let manager: Viewer
let reader: Viewer
/** A lead of the colleague, in which the consultant has no part. */
let foreignRef: number

beforeAll(async () => {
  consultant = await addStaff({ email: 'cora@firm.example' })
  colleague = await addStaff({ email: 'colin@firm.example' })
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  reader = await addStaff({ email: 'ray@firm.example', role: 'read_only' })

  await receiveLead({ title: 'Own', ownerId: consultant.id })
  await receiveLead({ title: 'Unassigned' })
  const hosted = await receiveLead({ title: 'Hosted', ownerId: colleague.id })
  await bookWith(consultant.id, hosted, new Date('2026-11-24T09:00:00Z'))
  foreignRef = (await receiveLead({ title: 'Foreign', ownerId: colleague.id })).ref
})

async function titlesFor(viewer: Viewer): Promise<string[]> {
  const leads = await db.lead.findMany({ where: leadScope(viewer), orderBy: { ref: 'asc' } })
  return leads.map(({ title }) => title)
}

test('a consultant sees their own leads, unassigned ones and those whose consultation they hold', async () => {
  expect(await titlesFor(consultant)).toEqual(['Own', 'Unassigned', 'Hosted'])
})

test('managers and readers see every lead', async () => {
  expect(await titlesFor(manager)).toEqual(['Own', 'Unassigned', 'Hosted', 'Foreign'])
  expect(await titlesFor(reader)).toEqual(['Own', 'Unassigned', 'Hosted', 'Foreign'])
})

test('the list and its count leave out what is out of scope, also when it is searched for', async () => {
  const ask = (address: string) => ({
    viewer: consultant,
    filter: readLeadFilter(new URLSearchParams(address)),
    now,
  })
  const all = await listLeads(ask(''))
  const searched = await listLeads(ask(`q=l-${foreignRef}`))

  expect(all.leads.map(({ title }) => title).toSorted()).toEqual(['Hosted', 'Own', 'Unassigned'])
  expect(all.count).toBe(3)
  expect(searched).toMatchObject({ leads: [], count: 0 })
})

test('for a consultant a colleague’s lead does not exist, whatever is tried', async () => {
  expect(await changeStatus(consultant, foreignRef, { to: 'qualified' }, now)).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect(await logCall(consultant, foreignRef, { words: 'Hello' }, now)).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect(await addNote(consultant, foreignRef, { words: 'Hello' }, now)).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect(await db.lead.findUniqueOrThrow({ where: { ref: foreignRef } })).toMatchObject({
    status: 'new',
    version: 1,
  })
  expect(await db.note.count()).toBe(0)
})

test('a reader may look but not write', async () => {
  const attempt = addNote(reader, foreignRef, { words: 'Hello' }, now)

  await expect(attempt).rejects.toMatchObject({ status: 403 })
  expect(await db.note.count()).toBe(0)
})

test('a letter is seen by whoever sees its lead; one without a lead by managers only', async () => {
  const foreign = await db.lead.findUniqueOrThrow({ where: { ref: foreignRef } })
  const own = await db.lead.findFirstOrThrow({ where: { title: 'Own' } })
  const letter = (to: string, leadId: string | null) => ({
    kind: 'requirement-received',
    props: {},
    to,
    leadId,
    dedupeKey: to,
    messageId: `<${to}>`,
  })
  await db.letter.createMany({
    data: [letter('own', own.id), letter('foreign', foreign.id), letter('office', null)],
  })
  const seenBy = async (viewer: Viewer) =>
    (await db.letter.findMany({ where: letterScope(viewer), orderBy: { to: 'asc' } })).map(({ to }) => to)

  expect(await seenBy(consultant)).toEqual(['own'])
  expect(await seenBy(reader)).toEqual(['foreign', 'own'])
  expect(await seenBy(manager)).toEqual(['foreign', 'office', 'own'])
})

test('what is deleted, or merged into another lead, is there for nobody: nor are its letters, bookings and tasks', async () => {
  const { leadId } = await receiveLead({ title: 'Gone', ownerId: consultant.id })
  const booking = await bookWith(colleague.id, { leadId, personId: await personOf(leadId) }, now)
  const { id: letter } = await db.letter.create({
    data: {
      ...{ kind: 'requirement-received', props: {}, to: 'gone', leadId },
      ...{ dedupeKey: 'gone', messageId: '<gone>' },
    },
  })
  const { id: task } = await db.task.create({
    data: { leadId, title: 'Call', dueAt: now, assigneeId: consultant.id },
  })
  const countFor = async (viewer: Viewer) => [
    await db.lead.count({ where: { id: leadId, AND: leadScope(viewer) } }),
    await db.letter.count({ where: { id: letter, AND: letterScope(viewer) } }),
    await db.booking.count({ where: { id: booking.id, AND: bookingScope(viewer) } }),
    await db.task.count({ where: { id: task, AND: taskScope(viewer) } }),
  ]
  expect(await countFor(manager)).toEqual([1, 1, 1, 1])

  await db.lead.update({ where: { id: leadId }, data: { deletedAt: now } })

  expect(await countFor(manager)).toEqual([0, 0, 0, 0])
  expect(await countFor(colleague)).toEqual([0, 0, 0, 0])
  expect(await remindNextDue(now)).toBe('nothing')
})

async function personOf(leadId: string): Promise<string> {
  return (await db.lead.findUniqueOrThrow({ where: { id: leadId }, select: { personId: true } })).personId
}
