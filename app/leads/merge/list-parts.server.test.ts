import { subDays } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { cursorSchema } from '../keyset.ts'
import { listParts } from './list-parts.server.ts'
import { receiveRichLead } from './regroup-fixture.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
const much = { bookings: 2, notes: 1, tasks: 1, letters: 1, files: 1 }
let manager: Viewer

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE staff, lead, person, company, host, submission, letter CASCADE`
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
})

/** A lead with a requirement of 23 November, two consultations made now, and many messages from before. */
async function receiveLong(messages: number, email = 'dana@acme.example') {
  const lead = await receiveRichLead(manager, { email, at: now }, much)
  await db.submission.createMany({
    data: Array.from({ length: messages }, (_, number) => ({
      ...{ kind: 'message' as const, title: `Message ${number}`, payload: {}, requestHash: 'none' },
      ...{ reference: `M-${lead.ref}-${number}`, publicId: `m-${lead.ref}-${number}` },
      ...{ idempotencyKey: `m-${lead.ref}-${number}`, email: 'rob@acme.example', leadId: lead.leadId },
      // Two of each moment.
      createdAt: subDays(now, 1 + Math.floor(number / 2)),
    })),
  })
  return lead
}

test('the parts of a long lead come ten at a time, each once, a consultation with its form as one', async () => {
  const { leadId } = await receiveLong(21)

  const seen: string[] = []
  let earlier: string | null = null
  do {
    const after = earlier === null ? null : cursorSchema.parse(earlier)
    const page = await listParts(leadId, { ticked: [], after }, manager)
    expect(page.total).toBe(24)
    expect(page.parts.length).toBeLessThanOrEqual(10)
    seen.push(...page.parts.map(({ value }) => value))
    earlier = page.earlier
  } while (earlier !== null)

  expect([seen.length, new Set(seen).size]).toEqual([24, 24])
})

test('what was ticked stands first on every other page, and nothing of another lead with it', async () => {
  const { leadId, submissionId } = await receiveLong(21)
  const { submissionId: foreign } = await receiveLong(1, 'dora@acme.example')
  const first = await listParts(leadId, { ticked: [submissionId, foreign], after: null }, manager)
  const after = cursorSchema.parse(first.earlier)

  const second = await listParts(leadId, { ticked: [submissionId, foreign], after }, manager)

  expect(first.ticked).toEqual([])
  expect(second.ticked.map(({ value }) => value)).toEqual([submissionId])
})

test('with several senders each is a choice with how much came from them, the one who sent most first', async () => {
  const { leadId } = await receiveLong(4)

  const { senders } = await listParts(leadId, { ticked: [], after: null }, manager)

  expect(senders.map(({ label }) => label)).toEqual(['rob@acme.example (4)', 'dana@acme.example (3)'])
})

test('where one person sent everything there is no choice of senders', async () => {
  const { leadId } = await receiveLong(0)

  const { senders, total } = await listParts(leadId, { ticked: [], after: null }, manager)

  expect([senders, total]).toEqual([[], 3])
})
