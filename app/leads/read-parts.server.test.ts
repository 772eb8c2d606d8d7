import { addMinutes } from 'date-fns'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { bookWith, receiveLead } from './leads-fixture.server.ts'
import { leadParts, readTurned, type LeadPart } from './lead-part.ts'
import { readParts } from './read-parts.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
let leadId: string

/** 25 of each part, five of them of each moment. */
beforeAll(async () => {
  const lead = await receiveLead({ at: now })
  leadId = lead.leadId
  const cora = await addStaff({ email: 'cora@firm.example' })
  const { id } = await bookWith(cora.id, lead, now)
  const { id: _id, answers: _answers, ...booking } = await db.booking.findUniqueOrThrow({ where: { id } })
  const {
    id: _own,
    origin: _origin,
    payload: _payload,
    ...submission
  } = await db.submission.findFirstOrThrow({
    where: { leadId },
  })
  await db.booking.delete({ where: { id } })
  await db.submission.deleteMany({ where: { leadId } })

  const moments = Array.from({ length: 25 }, (_, number) => addMinutes(now, 60 * Math.floor(number / 5)))
  for (const [number, createdAt] of moments.entries()) {
    const name = `part ${number}`
    const sent = await db.submission.create({
      data: {
        ...{ ...submission, payload: { edits: editedBy.get(number) ?? null }, createdAt },
        ...{ reference: name, publicId: name, idempotencyKey: name, title: name },
      },
    })
    editedBy.set(number + 10, sent.id)
    await db.requirement.create({
      data: {
        ...{ leadId, submissionId: sent.id, createdAt, skills: [name] },
        ...{ start: 'now', duration: 'months', engagement: 'full', overlap: 'some' },
      },
    })
    await db.leadFile.create({
      data: { leadId, name, mediaType: 'text/plain', size: 1, content: Buffer.from('x'), createdAt },
    })
    await db.booking.create({
      data: {
        ...{ ...booking, reference: name, publicId: name, icsUid: name, idempotencyKey: name },
        ...{ startsAt: createdAt, endsAt: addMinutes(createdAt, 30), status: 'cancelled', cancelledAt: now },
        ...{ cancelledBy: 'staff', blockedFrom: createdAt, blockedUntil: addMinutes(createdAt, 30) },
      },
    })
  }
})

/** Each changes the one that was sent ten before it. */
const editedBy = new Map<number, string>()

function editedIn(payload: unknown): string | null {
  const edits: unknown = Reflect.get(Object(payload), 'edits')
  return typeof edits === 'string' ? edits : null
}

async function allPages(part: LeadPart) {
  const pages: { id: string }[][] = []
  const counts = new Set<number>()
  for (let after: string | null = ''; after !== null;) {
    const turned = readTurned(new URLSearchParams({ part, after }))
    const { rows, pages: found } = (await readParts(leadId, turned, editedIn))[part]
    pages.push(rows)
    counts.add(found.count)
    after = found.older
  }
  return { pages, counts: [...counts] }
}

test.each(leadParts)('%s are read ten at a time, each once, also those of one moment', async (part) => {
  const { pages, counts } = await allPages(part)

  expect(pages.map((rows) => rows.length)).toEqual([10, 10, 5])
  expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(25)
  expect(counts).toEqual([25])
})

test('turning one part leaves the others at their newest', async () => {
  const first = await readParts(leadId, null, editedIn)
  const turned = readTurned(
    new URLSearchParams({ part: 'bookings', after: first.bookings.pages.older ?? '' }),
  )

  const second = await readParts(leadId, turned, editedIn)

  expect(second.files).toEqual(first.files)
  expect(second.bookings.pages).toMatchObject({ count: 25, shown: 10, isOlder: true })
  expect(second.bookings.rows[0]?.startsAt).toEqual(addMinutes(now, 120))
})

test('a requirement that changes one of an earlier page is read with that one', async () => {
  const { requirements } = await readParts(leadId, null, editedIn)

  const shown = requirements.rows.map(({ submission }) => editedIn(submission?.payload))
  expect(requirements.edited).toHaveLength(10)
  expect(requirements.edited.map(({ submissionId }) => submissionId).sort()).toEqual(shown.sort())
})

test('what it changes is not read any more once it is another lead’s', async () => {
  const { edited } = (await readParts(leadId, null, editedIn)).requirements
  const { leadId: other } = await receiveLead({ at: now })
  const [splitOff, ...rest] = edited.map(({ id }) => id)
  await db.requirement.update({ where: { id: splitOff ?? '' }, data: { leadId: other } })

  const { requirements } = await readParts(leadId, null, editedIn)

  expect(requirements.edited.map(({ id }) => id).sort()).toEqual(rest.sort())
})
