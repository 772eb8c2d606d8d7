import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Judgement } from '#app/abuse/judgement.ts'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { addDraft, findDraft } from './draft-rows.server.ts'
import { releaseRequirement } from './release-requirement.server.ts'
import { quickSchema, stepSchemas, type Known, type RequirementRequest } from './requirement.ts'
import { shareRequirement } from './share-requirement.server.ts'

const now = new Date('2026-11-30T06:00:00Z')
const known: Known = {
  isRole: (role) => role === 'backend-developer',
  noticeVersion: '2026-11-22',
  budgets: [],
}
const about = {
  now,
  titleOf: (role: string) => (role === 'backend-developer' ? 'Backend developer' : 'Another role'),
}

test('a requirement is kept verbatim and as a lead, with its consent and both letters', async () => {
  const asked = request({ email: 'ann@verbatim.example' })

  const shared = await shareRequirement(asked, about)

  expect(shared.ok).toBe(true)
  const submission = await db.submission.findFirstOrThrow({
    where: { email: 'ann@verbatim.example' },
    include: { lead: { include: { letters: true } }, requirement: { include: { roles: true } } },
  })
  expect(submission.payload).toMatchObject({
    message: 'Queues,\nmostly.',
    skills: ['TypeScript', 'PostgreSQL'],
  })
  expect(submission.requirement?.roles).toMatchObject([
    { role: 'backend-developer', count: '2', seniority: 'senior' },
  ])
  expect(submission.lead?.title).toBe('2 × Backend developer')
  expect(submission.lead?.letters.map(({ kind }) => kind).sort()).toEqual([
    'requirement-notice',
    'requirement-received',
  ])
  expect(
    await db.consent.count({ where: { email: 'ann@verbatim.example', noticeVersion: '2026-11-22' } }),
  ).toBe(1)
})

test('a need in a few words is a lead as well: what nobody was asked stays empty', async () => {
  const quick = quickSchema(known).parse({
    ...{ name: 'Ann', email: 'ann@quick.example', message: 'One person for our queues.', role: [] },
    ...{ notice: '2026-11-22', idempotencyKey: randomUUID() },
  })

  await shareRequirement(quick, about)

  const { lead, requirement } = await db.submission.findFirstOrThrow({
    where: { email: 'ann@quick.example' },
    include: { lead: true, requirement: { include: { roles: true } } },
  })
  expect(lead?.title).toBe('A need in their own words')
  expect(requirement).toMatchObject({
    message: 'One person for our queues.',
    start: '',
    overlap: '',
    roles: [],
  })
})

test('what was written as a draft goes with its file to the lead, and the draft is gone', async () => {
  const draft = await addDraft({ steps: {}, origin: {} }, now)
  const content = Buffer.from('We need two people.')
  await db.leadFile.create({
    data: { draftId: draft.id, name: 'brief.txt', mediaType: 'text/plain', size: content.length, content },
  })
  const origin = { landing: '/hire/backend-developer', src: 'end' }

  await shareRequirement(request({ email: 'ann@draft.example' }), { ...about, draftId: draft.id, origin })

  const submission = await db.submission.findFirstOrThrow({
    where: { email: 'ann@draft.example' },
    include: { files: true, lead: { include: { files: true } } },
  })
  expect(submission.origin).toEqual(origin)
  expect(submission.lead?.files).toMatchObject([{ name: 'brief.txt', draftId: null }])
  expect(submission.files).toHaveLength(1)
  expect(await findDraft(draft.publicId, now)).toBeNull()
})

test('news by e-mail is a consent of its own, and only where it was ticked', async () => {
  await shareRequirement(request({ email: 'ann@news.example', marketing: true }), about)
  await shareRequirement(request({ email: 'ann@nonews.example' }), about)

  const purposes = async (email: string) =>
    (await db.consent.findMany({ where: { email }, orderBy: { purpose: 'asc' } })).map(
      ({ purpose }) => purpose,
    )
  expect(await purposes('ann@news.example')).toEqual(['marketing_email', 'respond'])
  expect(await purposes('ann@nonews.example')).toEqual(['respond'])
})

test('the same form sent three times at once is one request', async () => {
  const asked = request({ email: 'ann@thrice.example' })

  const answers = await Promise.all([1, 2, 3].map(() => shareRequirement(asked, about)))

  const [first] = answers
  expect(answers).toEqual([first, first, first])
  expect(await db.submission.count({ where: { email: 'ann@thrice.example' } })).toBe(1)
})

test('the same key with other answers is refused', async () => {
  const asked = request({ email: 'ann@other.example' })
  await shareRequirement(asked, about)

  const other = await shareRequirement({ ...asked, message: 'Something else' }, about)

  expect(other).toEqual({ ok: false, reason: 'key-reused' })
})

test('a requirement that looks like abuse is kept, answered alike, and makes nothing', async () => {
  const asked = request({ email: 'bot@held.example' })

  const [held, accepted] = await Promise.all([
    timed(shareRequirement(asked, { ...about, judgement: doubtful })),
    timed(shareRequirement(request({ email: 'ann@even.example' }), about)),
  ])

  expect(held.answer).toMatchObject({ ok: true, value: { linkVersion: 1 } })
  expect(Math.min(held.took, accepted.took)).toBeGreaterThan(290)
  const submission = await db.submission.findFirstOrThrow({ where: { email: 'bot@held.example' } })
  expect(submission).toMatchObject({
    ...{ outcome: 'held', leadId: null, score: 50, reasons: ['repeated-words'], ipHash: 'whence' },
    title: '2 × Backend developer',
  })
  expect(await db.personEmail.count({ where: { email: 'bot@held.example' } })).toBe(0)
  expect(await db.letter.count({ where: { to: 'bot@held.example' } })).toBe(0)
  expect(await db.consent.count({ where: { email: 'bot@held.example' } })).toBe(0)
})

test('one that staff release becomes what it would have been: a lead with its letters', async () => {
  const asked = request({ email: 'ann@released.example' })
  const shared = await shareRequirement(asked, { ...about, judgement: doubtful })
  const held = await db.submission.findFirstOrThrow({ where: { email: 'ann@released.example' } })

  const { id: actorId } = await addStaff({ email: 'reader@release.example' })
  const releases = [1, 2].map(() => releaseRequirement(held.id, { ...about, actorId }))
  const [first, second] = await Promise.all(releases)

  expect(first).toMatchObject({ ok: true })
  expect(second).toEqual(first)

  const released = await db.submission.findFirstOrThrow({
    where: { email: 'ann@released.example' },
    include: { lead: { include: { letters: true } }, requirement: true },
  })
  expect(released).toMatchObject({ outcome: 'accepted', ipHash: null, reference: held.reference })
  expect(shared).toMatchObject({ value: { publicId: released.publicId } })
  expect(released.payload).toEqual(held.payload)
  expect(released.requirement?.message).toBe('Queues,\nmostly.')
  expect(released.lead?.letters.map(({ kind }) => kind).sort()).toEqual([
    'requirement-notice',
    'requirement-received',
  ])
})

const doubtful: Judgement = {
  ...{ outcome: 'held', score: 50, reasons: ['repeated-words'] },
  ...{ bodyHash: null, ipHash: 'whence' },
}

async function timed<Value>(act: Promise<Value>): Promise<{ answer: Value; took: number }> {
  const began = performance.now()
  const answer = await act
  return { answer, took: performance.now() - began }
}

function request(told: Partial<RequirementRequest>): RequirementRequest {
  const schemas = stepSchemas(known)
  const roles = [{ role: 'backend-developer', count: '2', seniority: 'senior' }]
  const work = {
    stage: 'new_build',
    skills: ['TypeScript', 'PostgreSQL, typescript'],
    message: 'Queues,\r\nmostly. ',
  }
  const terms = {
    ...{ start: 'now', duration: 'ongoing', engagement: 'full_time', overlap: '4h' },
    timeZone: 'Europe/Berlin',
  }
  const contact = {
    ...{ name: 'Ann', email: 'ann@verbatim.example', company: 'Acme', contactBy: 'email' },
    notice: '2026-11-22',
  }
  return {
    ...schemas.roles.parse({ roles }),
    ...schemas.work.parse(work),
    ...schemas.terms.parse(terms),
    ...schemas.contact.parse(contact),
    idempotencyKey: randomUUID(),
    ...told,
  }
}
