import { randomUUID } from 'node:crypto'
import { addSeconds } from 'date-fns'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { sendAgain } from '#app/mail/send-again.server.ts'
import { done } from '#app/ops/outcome.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addLead } from './add-lead.server.ts'
import { addNote } from './add-note.server.ts'
import { changeLine } from './change-line.server.ts'
import { sendLetter } from './compose/send-letter.server.ts'
import { changeStatus, receiveLead } from './leads-fixture.server.ts'
import { logCall } from './log-call.server.ts'
import { onLead } from './on-lead.server.ts'
import { plannedOf } from './list/next-action.ts'
import { isWaited } from './waiting-fixture.server.ts'

const now = new Date('2026-11-23T10:00:00Z')
let manager: Viewer
let consultant: Viewer

beforeAll(async () => {
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  consultant = await addStaff({ email: 'cora@firm.example' })
})

async function timelineOf(leadId: string) {
  const events = await db.leadEvent.findMany({ where: { leadId }, orderBy: { id: 'asc' } })
  return events.map(({ kind, detail, actorId }) => ({ kind, detail, actorId }))
}

test('a logged call makes a new lead contacted and says so in the timeline', async () => {
  const { leadId, ref } = await receiveLead()

  await logCall(consultant, ref, { words: 'Spoke to Dana, she needs two people' }, now)

  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({
    status: 'contacted',
    lastActivityAt: now,
  })
  expect((await timelineOf(leadId)).slice(1)).toEqual([
    { kind: 'called', detail: { words: 'Spoke to Dana, she needs two people' }, actorId: consultant.id },
    { kind: 'status', detail: { from: 'new', to: 'contacted', because: 'called' }, actorId: consultant.id },
  ])
})

test('the first call stops the clock of the first response, and a later one leaves it', async () => {
  const { ref } = await receiveLead()

  await logCall(consultant, ref, { words: 'Spoke to Dana' }, now)
  await logCall(consultant, ref, { words: 'Spoke again' }, addSeconds(now, 600))

  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({
    firstResponseAt: now,
    stageEnteredAt: now,
  })
})

test('a status chosen by hand answers nobody: the clock runs on', async () => {
  const { ref } = await receiveLead()

  await changeStatus(consultant, ref, { to: 'qualified' }, now)

  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({
    firstResponseAt: null,
    stageEnteredAt: now,
  })
})

test('a call to a lead that is further along changes no status', async () => {
  const { ref } = await receiveLead()
  await changeStatus(consultant, ref, { to: 'proposed' }, now)

  await logCall(consultant, ref, { words: 'Asked about the profiles' }, now)

  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({ status: 'proposed' })
})

test('a lost lead keeps its reason and the moment it was closed', async () => {
  const { leadId, ref } = await receiveLead()

  const lost = { to: 'lost', lostReason: 'other', note: 'Company was sold' } as const
  await changeStatus(consultant, ref, lost, now)

  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({
    status: 'lost',
    lostReason: 'other',
    lostNote: 'Company was sold',
    closedAt: now,
  })
  expect((await timelineOf(leadId)).at(-1)?.detail).toEqual({
    from: 'new',
    to: 'lost',
    because: 'chosen',
    lostReason: 'other',
    note: 'Company was sold',
  })
})

test('a lead is not lost without a reason', async () => {
  const { ref } = await receiveLead()

  expect(await changeStatus(consultant, ref, { to: 'lost' }, now)).toEqual({
    ok: false,
    reason: 'needs-lost-reason',
  })
  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({ status: 'new', version: 1 })
})

test('a manager opens a closed lead again, and its reason stays in the timeline only', async () => {
  const { leadId, ref } = await receiveLead()
  await changeStatus(consultant, ref, { to: 'lost', lostReason: 'budget' }, now)
  const reopening = { was: 'lost', to: 'qualified', note: 'They have budget now' } as const

  expect(await changeStatus(consultant, ref, reopening, now)).toEqual({ ok: false, reason: 'may-not-reopen' })
  expect(await changeStatus(manager, ref, reopening, now)).toMatchObject({ ok: true })
  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({
    status: 'qualified',
    lostReason: null,
    lostNote: '',
    closedAt: null,
  })
  expect(await timelineOf(leadId)).toContainEqual(
    expect.objectContaining({ detail: expect.objectContaining({ lostReason: 'budget' }) }),
  )
})

test('two people decide on one lead at the same time: one does, the other is told', async () => {
  const { leadId, ref } = await receiveLead()

  const outcomes = await Promise.all([
    changeStatus(consultant, ref, { to: 'qualified' }, now),
    changeStatus(manager, ref, { to: 'proposed' }, now),
  ])

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes).toContainEqual({ ok: false, reason: 'status-meanwhile' })
  expect((await timelineOf(leadId)).filter(({ kind }) => kind === 'status')).toHaveLength(1)
})

test('a note is kept to the letter with its author', async () => {
  const { leadId, ref } = await receiveLead()

  await addNote(consultant, ref, { words: 'Prefers mornings.\nSpeaks German.' }, now)

  expect(await db.note.findMany({ where: { leadId } })).toMatchObject([
    { body: 'Prefers mornings.\nSpeaks German.', authorId: consultant.id, createdAt: now },
  ])
})

test('a lead typed by hand belongs to whoever typed it, and the same form twice adds one', async () => {
  const typed = {
    key: randomUUID(),
    name: 'Uwe Fair',
    email: 'uwe@fair.example',
    company: 'Fair GmbH',
    phone: '+49 30 1234567',
    title: '2 × Backend developer',
    note: 'Met at the fair',
  }

  const added = await addLead(consultant, typed, now)
  const again = await addLead(consultant, typed, now)
  const other = await addLead(consultant, { ...typed, title: 'Something else' }, now)

  expect(again).toEqual(added)
  expect(other).toEqual({ ok: false, reason: 'key-reused' })
  const ref = added.ok ? added.value : 0
  expect(await db.lead.findUnique({ where: { ref }, include: { submissions: true } })).toMatchObject({
    title: '2 × Backend developer',
    source: 'manual',
    ownerId: consultant.id,
    submissions: [{ kind: 'manual', payload: expect.objectContaining({ note: 'Met at the fair' }) }],
  })
})

test('a double click writes one note and logs one call, a second thought another', async () => {
  const { ref, leadId } = await receiveLead()
  const soon = addSeconds(now, 1)
  const later = addSeconds(now, 30)

  await Promise.all([now, soon].map((at) => addNote(manager, ref, { words: 'Rings back' }, at)))
  await Promise.all([now, soon].map((at) => logCall(manager, ref, { words: 'Talked' }, at)))
  await addNote(manager, ref, { words: 'Rings back' }, later)

  expect(await db.note.count({ where: { leadId } })).toBe(2)
  expect(await db.leadEvent.count({ where: { leadId, kind: 'called' } })).toBe(1)
})

test('a letter about a lead is sent again while somebody works on the lead', async () => {
  const { leadId, ref } = await receiveLead()
  await sendLetter(consultant, ref, { subject: 'Hello', body: 'As promised' }, now)
  const { id } = await db.letter.findFirstOrThrow({ where: { leadId } })

  const copyId = await onLead(consultant, ref, async () =>
    done(await db.$transaction((tx) => sendAgain(tx, id, now))),
  )

  expect(copyId).toMatchObject({ ok: true, value: expect.any(String) })
})

test('a task is planned while the one before it is ticked off', async () => {
  const { leadId, ref } = await receiveLead({ ownerId: consultant.id })
  const task = { leadId, title: 'Call', dueAt: now, assigneeId: consultant.id, createdById: consultant.id }
  const { id } = await db.task.create({ data: task })

  const { planning } = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM task WHERE id = ${id}::uuid FOR UPDATE`
    const was = plannedOf({ nextAction: 'Call', nextActionAt: now }, consultant.timeZone)
    const next = { title: 'Write', dueAt: addSeconds(now, 600), was }
    const planning = changeLine(consultant, ref, { status: null, owner: null, next }, now)
    await isWaited(tx)
    await tx.task.update({ where: { id }, data: { doneAt: now, doneById: consultant.id } })
    return { planning }
  })

  expect((await planning).ok).toBe(true)
  expect(await db.lead.findUnique({ where: { ref } })).toMatchObject({ nextAction: 'Write' })
})
