import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookSlot } from '#app/booking/book-slot.server.ts'
import { bookingRequestSchema } from '#app/booking/booking.ts'
import { addType } from '#app/consultations/consultations-fixture.server.ts'
import { db } from '#app/db.server.ts'
import { receiveLead } from '#app/leads/leads-fixture.server.ts'
import { mergeAll } from '#app/leads/merge/regroup-fixture.server.ts'
import { storedRequestSchema } from '#app/requirements/stored-answers.ts'
import { shareRequirement } from '#app/requirements/share-requirement.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { erasePerson } from './erase-person.server.ts'
import { wasErased } from './suppressed.server.ts'

const now = new Date('2026-11-30T06:00:00Z')
const email = 'zerlina@quixotic-freight.example'
/** What is theirs: it stands in everything they sent and in everything written about them. */
const values = [
  'zerlina',
  'quixotic',
  'Zerlina Vandersloot',
  'a pipeline of purple otters',
  '+49 30 5550199',
  'the otter brief',
  'Rang her about otters',
]

let before: string
let after: string
let host: string
beforeAll(async () => {
  await fillEverything()
  before = await dumpOf()
  await erasePerson(email, now)
  after = await dumpOf()
}, 60_000)
afterAll(() => db.senderBlock.deleteMany())

test('every value stood in the database before', () => {
  expect(values.filter((value) => !before.toLowerCase().includes(value.toLowerCase()))).toEqual([])
})

test('after the erasure a dump of the whole database has none of them', () => {
  expect(values.filter((value) => after.toLowerCase().includes(value.toLowerCase()))).toEqual([])
})

test('the coming consultation is cancelled, its time is free, and its host is told without a name', async () => {
  const [booking] = await db.booking.findMany({ where: { visitorName: 'Erased' } })
  const letters = await db.letter.findMany({ where: { bookingId: booking?.id ?? '' } })

  expect(booking).toMatchObject({ status: 'cancelled', cancelledBy: 'visitor' })
  expect(letters).toMatchObject([{ kind: 'booking-notice', to: host, state: 'queued' }])
  expect(JSON.stringify(letters[0]?.props)).toContain('Erased')
})

test('the lead is still counted, and its timeline says why nothing stands in it', async () => {
  const lead = await db.lead.findFirstOrThrow({ where: { title: 'Erased' }, include: { events: true } })

  expect(lead.events.map(({ kind }) => kind)).toEqual(['erased'])
})

test('the consents stay as a proof that names nobody, and the address is known again by its hash', async () => {
  const consents = await db.consent.findMany()

  expect(consents.length).toBeGreaterThan(0)
  expect(consents.every((consent) => consent.email.startsWith('erased '))).toBe(true)
  expect(await wasErased(email)).toBe(true)
  expect(await wasErased('somebody@else.example')).toBe(false)
})

test('nothing but the erasure changes a consent', async () => {
  await expect(db.consent.updateMany({ data: { purpose: 'other' } })).rejects.toThrow('append-only')
  await expect(db.consent.deleteMany()).rejects.toThrow('append-only')
})

/** A requirement with a file, a booking, letters, notes, tasks, a draft, and what waits in the spam. */
async function fillEverything(): Promise<void> {
  const staff = await addStaff({ email: 'otto@firm.example', role: 'admin' })
  const request = storedRequestSchema.parse({
    ...{ name: 'Zerlina Vandersloot', email, company: 'Quixotic Freight', phone: '+49 30 5550199' },
    ...{ message: 'We run a pipeline of purple otters.', roles: [], timeZone: 'Europe/Berlin' },
    ...{ notice: '2026-11-22', marketing: true, idempotencyKey: randomUUID() },
  })
  const about = { now, titleOf: () => 'Backend developer' }
  await shareRequirement(request, about)
  await shareRequirement(
    { ...request, idempotencyKey: randomUUID(), message: 'Held: a pipeline of purple otters' },
    {
      ...about,
      judgement: { outcome: 'held', score: 40, reasons: ['no-form'], bodyHash: 'same', ipHash: 'whence' },
    },
  )
  const type = await addType({})
  host = (await hostAddressOf(type.id)) ?? ''
  const booked = await bookSlot(
    bookingRequestSchema.parse({
      ...{ type: type.slug, start: '2026-12-01T09:00:00Z', timeZone: 'Europe/Berlin' },
      ...{ name: 'Zerlina Vandersloot', email, company: 'Quixotic Freight', phone: '+49 30 5550199' },
      ...{ message: 'About a pipeline of purple otters', idempotencyKey: `zerlina-${randomUUID()}` },
    }),
    { now },
  )
  if (!booked.ok) throw new Error(booked.reason)
  const { leadId, id: bookingId } = booked.value.booking
  await db.leadFile.create({
    data: {
      ...{ leadId, name: 'the otter brief.txt', mediaType: 'text/plain' },
      ...{ size: 15, content: Buffer.from('the otter brief') },
    },
  })
  await db.note.create({ data: { leadId, authorId: staff.id, body: 'Rang her about otters' } })
  await db.task.create({
    data: { leadId, title: 'Ring Zerlina', dueAt: addDays(now, 1), assigneeId: staff.id, createdAt: now },
  })
  await db.suggestion.create({ data: { leadId, field: 'name', value: 'Zerlina V.' } })
  await db.requirementDraft.create({
    data: {
      publicId: randomUUID(),
      steps: { contact: { fields: [['email', email]], by: '', done: true } },
      updatedAt: now,
      expiresAt: addDays(now, 14),
    },
  })
  await db.senderBlock.create({
    data: { kind: 'email', value: email, reason: 'By mistake', until: addDays(now, 30) },
  })
  await db.rightsRequest.create({
    data: { email, tokenHash: randomUUID(), expiresAt: addDays(now, 1) },
  })
  await db.auditEntry.create({
    data: { action: 'changed', entity: 'booking', entityId: bookingId, after: { visitorName: 'Zerlina' } },
  })
}

async function hostAddressOf(typeId: string): Promise<string | undefined> {
  const { site } = await import('#app/site.ts')
  const found = await db.typeHost.findFirst({
    where: { typeId },
    include: { host: { include: { staff: true } } },
  })
  return found?.host.staff?.email ?? site.email
}

/** Every row of every table as text; bytes as the text that they are. */
async function dumpOf(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema()`
  const rows: string[] = []
  for (const { name } of tables) {
    const found = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT row_to_json(t)::text AS row FROM ${name} AS t`,
    )
    rows.push(...found.map(({ row }) => row))
  }
  const files = await db.leadFile.findMany({ select: { content: true } })
  return [...rows, ...files.map(({ content }) => Buffer.from(content).toString('latin1'))].join('\n')
}

test('who was made one with somebody else is erased with what undoing that would go back to', async () => {
  const [kept, other] = [
    await receiveLead(),
    await receiveLead({ name: 'Xaver Quill', email: 'xaver@quill.example' }),
  ]
  const manager = await addStaff({ email: 'merging@firm.example', role: 'manager' })
  await mergeAll(manager, { kept: kept.ref, other: other.ref, kind: 'both' }, now)
  expect(await dumpOf()).toContain('Xaver Quill')

  await erasePerson('xaver@quill.example', now)

  expect((await dumpOf()).toLowerCase()).not.toMatch(/xaver|quill/)
  expect(await db.regrouping.count()).toBe(0)
})

test('of two people in one lead the erased one’s words go, and the other one’s stay', async () => {
  const kept = await receiveLead({ name: 'Yara Stays', email: 'yara@stays.example', title: 'Staying title' })
  const other = await receiveLead({ name: 'Wim Gone', email: 'wim@gone.example', title: 'Going title' })
  const manager = await addStaff({ email: 'together@firm.example', role: 'manager' })
  await mergeAll(manager, { kept: kept.ref, other: other.ref, kind: 'leads' }, now)

  await erasePerson('wim@gone.example', now)

  const dump = await dumpOf()
  expect(dump).not.toMatch(/Wim Gone|wim@gone|Going title/)
  expect(dump).toMatch(/Yara Stays/)
  expect(dump).toMatch(/Staying title/)
})
