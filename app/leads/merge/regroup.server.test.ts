import { addDays, addMinutes, subMinutes } from 'date-fns'
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addNote } from '../add-note.server.ts'
import { countParts } from '../read-parts.server.ts'
import { getLead } from '../find-lead.server.ts'
import { logCall } from '../log-call.server.ts'
import { recordLead } from '../record-lead.server.ts'
import { leadBelongings, personBelongings, staying } from './belongings.ts'
import type { Side } from './merge-choices.ts'
import { mergeLeads } from './merge-leads.server.ts'
import { mergeAll, receiveRichLead, wholeDatabase, type Richness } from './regroup-fixture.server.ts'
import { listRegroupings } from './regroupings.server.ts'
import { splitLead } from './split-lead.server.ts'
import { undoRegrouping } from './undo-regrouping.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
const much: Richness = { bookings: 2, notes: 2, tasks: 2, letters: 2, files: 1 }
const little: Richness = { bookings: 0, notes: 0, tasks: 0, letters: 0, files: 0 }
let manager: Viewer
let cora: Viewer
let colin: Viewer
let people = 0

beforeAll(async () => {
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
  cora = await addStaff({ email: 'cora@firm.example' })
  colin = await addStaff({ email: 'colin@firm.example' })
})

type About = { email?: string; name?: string; title?: string; ownerId?: string; at?: Date }

function receive(about: About = {}, richness: Richness = little) {
  people += 1
  const email = `dana${people}@firm-${people}.example`
  return receiveRichLead(manager, { email, title: `Wanted ${people}`, at: now, ...about }, richness)
}

async function undoLatest(viewer: Viewer, at = now) {
  const { id, lead } = await db.regrouping.findFirstOrThrow({
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { lead: true },
  })
  return undoRegrouping(viewer, lead.ref, id, at)
}

test('every column that names a lead or a person is said to go along or to stay', async () => {
  const named = await db.$queryRaw<{ name: string }[]>`
    SELECT conrelid::regclass || '.' || attname AS name FROM pg_constraint
    JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
    WHERE contype = 'f' AND confrelid IN ('lead'::regclass, 'person'::regclass)`
  const going = [...leadBelongings, ...personBelongings].map(({ table, column }) => `${table}.${column}`)

  expect(named.map(({ name }) => name).filter((name) => ![...going, ...staying].includes(name))).toEqual([])
})

test('all that belongs to the one lead is the other one’s, and the one leads there', async () => {
  const kept = await receive({}, little)
  const other = await receive({}, much)

  expect(await mergeAll(manager, { kept: kept.ref, other: other.ref })).toEqual({ ok: true, value: null })

  const lead = await getLead(manager, kept.ref)
  expect(await countParts(lead.id)).toEqual({ requirements: 2, files: 1, bookings: 2, submissions: 4 })
  expect(lead.person.emails).toHaveLength(2)
  expect(await db.note.count({ where: { leadId: kept.leadId } })).toBe(2)
  expect(await db.letter.count({ where: { leadId: kept.leadId } })).toBeGreaterThanOrEqual(4)
  expect(lead.nextAction).toBe('Task 0')
  expect(lead.tags).toEqual(['key account', 'tag 0', 'tag 2'])
  expect(await db.lead.findUnique({ where: { id: other.leadId } })).toMatchObject({
    mergedIntoId: kept.leadId,
  })
  expect(await db.leadEvent.count({ where: { leadId: other.leadId } })).toBe(0)
})

for (const kind of ['both', 'people', 'leads'] as const) {
  for (const from of ['kept', 'other'] as const) {
    test(`merging ${kind} with the ${from} one’s fields and undoing it leaves the database as it was`, async () => {
      const kept = await receive({ ownerId: cora.id }, much)
      const other = await receive({ name: 'Dana D. Doe', ownerId: colin.id }, much)
      await db.lead.update({
        where: { id: other.leadId },
        data: { status: 'lost', lostReason: 'other', lostNote: 'Moved away', closedAt: now },
      })
      const before = await wholeDatabase()

      expect((await mergeAll(manager, { kept: kept.ref, other: other.ref, kind, from })).ok).toBe(true)
      expect(await wholeDatabase()).not.toEqual(before)
      expect((await undoLatest(manager)).ok).toBe(true)

      expect(await wholeDatabase()).toEqual(before)
    })
  }
}

test('a split and its undoing leave the database as it was', async () => {
  const { ref, leadId } = await receive({ ownerId: cora.id }, much)
  const [booking] = await db.booking.findMany({ where: { leadId }, take: 1 })
  const before = await wholeDatabase()

  const split = await splitLead(
    cora,
    ref,
    { title: 'Another thing', parts: [booking?.id ?? ''], senders: [] },
    now,
  )

  const part = await db.lead.findFirstOrThrow({
    where: { ref: split.ok ? split.value : 0 },
    include: { bookings: true, submissions: true, letters: true },
  })
  expect(part).toMatchObject({ title: 'Another thing', ownerId: cora.id, source: 'booking', status: 'new' })
  expect([part.bookings.length, part.submissions.length, part.letters.length]).toEqual([1, 1, 1])
  expect((await undoLatest(cora)).ok).toBe(true)
  expect(await wholeDatabase()).toEqual(before)
})

test('what a requirement brought goes with it when it is split off', async () => {
  const { leadId, ref, submissionId } = await receive({}, much)

  const split = await splitLead(
    manager,
    ref,
    { title: 'Two people', parts: [submissionId], senders: [] },
    now,
  )

  const part = await db.lead.findFirstOrThrow({
    where: { ref: split.ok ? split.value : 0 },
    include: { requirements: true, files: true },
  })
  expect([part.requirements.length, part.files.length, part.roles]).toEqual([1, 1, ['backend-developer']])
  expect(await db.lead.findUnique({ where: { id: leadId } })).toMatchObject({ roles: [] })
})

test('everything that one sender sent goes at once, with their consultations, whichever of it was named', async () => {
  const kept = await receive({}, little)
  const other = await receive({ email: 'rob@acme.example' }, { ...much, files: 0 })
  await db.booking.updateMany({
    where: { leadId: other.leadId },
    data: { visitorEmail: 'Rob@acme.example' },
  })
  await mergeAll(manager, { kept: kept.ref, other: other.ref, kind: 'leads' })

  const split = await splitLead(
    manager,
    kept.ref,
    { title: 'Of Rob', parts: [], senders: [other.submissionId] },
    now,
  )

  const part = await db.lead.findFirstOrThrow({ where: { ref: split.ok ? split.value : 0 } })
  expect(part.personId).toBe(other.personId)
  expect(await countParts(part.id)).toMatchObject({ requirements: 1, bookings: 2, submissions: 3 })
  expect(await countParts(kept.leadId)).toMatchObject({ requirements: 1, bookings: 0, submissions: 1 })
})

test('the last part of a lead stays with it', async () => {
  const { ref, submissionId } = await receive()

  expect(
    await splitLead(manager, ref, { title: 'All of it', parts: [submissionId], senders: [] }, now),
  ).toEqual({
    ok: false,
    reason: 'nothing-left',
  })
})

test('any merges and splits, undone from the newest, leave the database as it was', async () => {
  const amount = fc.integer({ min: 0, max: 2 })
  const richness = fc.record({
    bookings: amount,
    notes: amount,
    tasks: amount,
    letters: amount,
    files: amount,
  })
  const leads = fc.array(
    fc.record({ richness, sameAsFirst: fc.boolean(), status: fc.constantFrom('new', 'won') }),
    {
      minLength: 3,
      maxLength: 4,
    },
  )
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom('both', 'people', 'leads', 'split'),
      from: fc.constantFrom<Side>('kept', 'other'),
      pick: fc.tuple(fc.nat(), fc.nat()),
    }),
    { minLength: 2, maxLength: 5 },
  )
  await fc.assert(
    fc.asyncProperty(leads, steps, async (wanted, regroupings) => {
      const refs: number[] = []
      people += 1
      const shared = `shared${people}@firm-shared.example`
      // So far apart that each is a lead of its own.
      for (const [index, { richness: has, sameAsFirst, status }] of wanted.entries()) {
        const at = addDays(now, 40 * (index - wanted.length))
        const lead = await receive({ at, ...(sameAsFirst && { email: shared }) }, has)
        refs.push(lead.ref)
        await db.lead.update({
          where: { id: lead.leadId },
          data: { status: status === 'won' ? 'won' : 'new', closedAt: status === 'won' ? now : null },
        })
      }
      await db.regrouping.deleteMany()
      const before = await wholeDatabase()

      for (const [index, { kind, from, pick }] of regroupings.entries()) {
        const at = addMinutes(now, index + 1)
        const [kept = 0, other = 0] = pick.map((number) => refs[number % refs.length] ?? 0)
        if (kind === 'split') await splitAny(kept, at)
        else await mergeAll(manager, { kept, other, kind, from }, at)
      }
      while ((await db.regrouping.count()) > 0) expect(await undoLatest(manager)).toMatchObject({ ok: true })

      expect(await wholeDatabase()).toEqual(before)
    }),
    { numRuns: 8 },
  )
}, 240_000)

async function splitAny(ref: number, at: Date) {
  const part = await db.submission.findFirst({ where: { lead: { ref } }, orderBy: { id: 'asc' } })
  if (part) await splitLead(manager, ref, { title: 'Part', parts: [part.id], senders: [] }, at)
}

test('undoing keeps what came in and what was changed meanwhile', async () => {
  const kept = await receive({ ownerId: cora.id })
  const other = await receive({ ownerId: cora.id }, much)
  await mergeAll(manager, { kept: kept.ref, other: other.ref, from: 'other' })
  await addNote(manager, kept.ref, { words: 'Spoke to both' }, addMinutes(now, 1))
  await db.lead.update({ where: { id: kept.leadId }, data: { title: 'Title of later' } })

  expect((await undoLatest(manager, addDays(now, 29))).ok).toBe(true)

  const lead = await db.lead.findUniqueOrThrow({ where: { id: kept.leadId }, include: { notes: true } })
  expect(lead).toMatchObject({ title: 'Title of later', ownerId: cora.id })
  expect(lead.notes.map(({ body }) => body)).toEqual(['Spoke to both'])
  expect(await db.booking.count({ where: { leadId: other.leadId } })).toBe(2)
  expect(await db.lead.findUnique({ where: { id: other.leadId } })).toMatchObject({ mergedIntoId: null })
})

test('a lead that comes back by undoing after its owner left is nobody’s, on either side', async () => {
  const leaver = await addStaff({ email: 'lea@firm.example' })
  const kept = await receive({ ownerId: leaver.id })
  const other = await receive({ ownerId: cora.id })
  const third = await receive({ ownerId: leaver.id })
  await mergeAll(manager, { kept: kept.ref, other: other.ref, from: 'other' })
  await mergeAll(manager, { kept: kept.ref, other: third.ref }, addMinutes(now, 1))
  await db.staff.update({ where: { id: leaver.id }, data: { disabledAt: now } })

  await undoLatest(manager)
  await undoLatest(manager)

  const owners = await db.lead.findMany({
    where: { ref: { in: [kept.ref, other.ref, third.ref] } },
    orderBy: { ref: 'asc' },
    select: { ownerId: true },
  })
  expect(owners).toEqual([{ ownerId: null }, { ownerId: cora.id }, { ownerId: null }])
})

test('the first answer to either of two leads counts from when the first of both asked', async () => {
  const kept = await receive({ at: subMinutes(now, 120) })
  const other = await receive({ at: subMinutes(now, 60) })
  await logCall(manager, other.ref, { words: 'Rang' }, subMinutes(now, 30))

  await mergeAll(manager, { kept: kept.ref, other: other.ref })

  expect(await db.lead.findUnique({ where: { id: kept.leadId } })).toMatchObject({
    firstResponseAt: subMinutes(now, 30),
    responseMinutes: 90,
  })
})

test('what comes from a merged person lands on the lead that was kept', async () => {
  const kept = await receive()
  const email = 'second.address@elsewhere.example'
  const other = await receive({ email })
  await mergeAll(manager, { kept: kept.ref, other: other.ref })

  const again = await db.$transaction((tx) =>
    recordLead(
      tx,
      {
        kind: 'message',
        person: { name: 'Dana Doe', email },
        ...{ title: 'Another question', payload: {}, idempotencyKey: 'again', requestHash: 'none' },
      },
      addMinutes(now, 5),
    ),
  )

  expect(again).toMatchObject({ leadId: kept.leadId, personId: kept.personId })
})

test('merges of one lead are undone from the newest, and a merge that went further not before it', async () => {
  const [first, second, third] = [await receive(), await receive(), await receive()]
  await mergeAll(manager, { kept: first.ref, other: second.ref }, now)
  const { id } = await db.regrouping.findFirstOrThrow({ where: { otherLeadId: second.leadId } })
  await mergeAll(manager, { kept: first.ref, other: third.ref }, addMinutes(now, 1))

  expect(await undoRegrouping(manager, first.ref, id, now)).toEqual({ ok: false, reason: 'regrouped-since' })
  expect((await undoLatest(manager)).ok).toBe(true)
  expect((await undoRegrouping(manager, first.ref, id, now)).ok).toBe(true)
  expect(await undoRegrouping(manager, first.ref, id, now)).toEqual({ ok: false, reason: 'not-found' })
})

test('an older merge names the one that is undone before it', async () => {
  const [first, second, third] = [await receive(), await receive(), await receive()]
  await mergeAll(manager, { kept: first.ref, other: second.ref }, now)
  await mergeAll(manager, { kept: first.ref, other: third.ref }, addMinutes(now, 1))
  const waits = async () =>
    (await listRegroupings(manager, first.leadId, now)).map(({ other, later }) => [other, later])

  expect(await waits()).toEqual([
    [third.ref, null],
    [second.ref, third.ref],
  ])

  await undoLatest(manager)

  expect(await waits()).toEqual([[second.ref, null]])
})

test('after 30 days nothing is undone', async () => {
  const [kept, other] = [await receive(), await receive()]
  await mergeAll(manager, { kept: kept.ref, other: other.ref })

  expect(await undoLatest(manager, addDays(now, 30))).toEqual({ ok: false, reason: 'not-found' })
})

test('a lead that was worked on since it was split off does not vanish', async () => {
  const { ref, submissionId } = await receive({}, much)
  const split = await splitLead(manager, ref, { title: 'Part', parts: [submissionId], senders: [] }, now)
  await addNote(manager, split.ok ? split.value : 0, { words: 'Called them' }, now)

  expect(await undoLatest(manager)).toEqual({ ok: false, reason: 'worked-on' })
})

test('a consultant merges their own and nobody’s, never a colleague’s or what they do not see', async () => {
  const own = await receive({ ownerId: cora.id })
  const nobodys = await receive()
  const foreign = await receive({ ownerId: colin.id })

  expect(await mergeAll(cora, { kept: own.ref, other: foreign.ref })).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect(await mergeAll(cora, { kept: foreign.ref, other: own.ref })).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect((await mergeAll(cora, { kept: own.ref, other: nobodys.ref })).ok).toBe(true)
  expect(await undoLatest(colin)).toEqual({ ok: false, reason: 'not-found' })
  expect((await undoLatest(cora)).ok).toBe(true)
})

test('people with leads that a consultant does not see are not made one by them', async () => {
  const own = await receive({ ownerId: cora.id })
  const email = 'shared.person@elsewhere.example'
  const nobodys = await receive({ email })
  await db.lead.update({
    where: { id: (await receive({})).leadId },
    data: { ownerId: colin.id, personId: nobodys.personId },
  })

  expect(await mergeAll(cora, { kept: own.ref, other: nobodys.ref })).toEqual({
    ok: false,
    reason: 'unseen-leads',
  })
  expect((await mergeAll(cora, { kept: own.ref, other: nobodys.ref, kind: 'leads' })).ok).toBe(true)
})

test('a reader merges nothing, and who looked at old values is told', async () => {
  const [kept, other] = [await receive(), await receive()]
  const reader = await addStaff({ email: 'ray@firm.example', role: 'read_only' })

  await expect(mergeAll(reader, { kept: kept.ref, other: other.ref })).rejects.toMatchObject({ status: 403 })
  expect(await mergeLeads(manager, kept.ref, { with: other.ref, kind: 'both', seen: 'old' }, now)).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  })
})

test('every merge and undoing is in the audit log, without a personal value', async () => {
  const [kept, other] = [await receive({ title: 'Secret title' }), await receive({ title: 'Hidden title' })]
  await mergeAll(manager, { kept: kept.ref, other: other.ref, from: 'other' })
  await undoLatest(manager)

  const entries = await db.auditEntry.findMany({ where: { entityId: kept.leadId }, orderBy: { id: 'asc' } })

  expect(entries.map(({ after }) => Reflect.get(Object(after), 'event'))).toEqual(['merged', 'undone'])
  expect(
    JSON.stringify(entries, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toMatch(/Secret|Hidden/)
})
