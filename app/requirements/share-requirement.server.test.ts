import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { requirementSchema, type RequirementRequest } from './requirement.ts'
import { shareRequirement } from './share-requirement.server.ts'

const now = new Date('2026-11-30T06:00:00Z')
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
  expect(submission.lead.title).toBe('2 × Backend developer')
  expect(submission.lead.letters.map(({ kind }) => kind).sort()).toEqual([
    'requirement-notice',
    'requirement-received',
  ])
  expect(
    await db.consent.count({ where: { email: 'ann@verbatim.example', noticeVersion: '2026-11-22' } }),
  ).toBe(1)
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

function request(told: Partial<RequirementRequest>): RequirementRequest {
  const schema = requirementSchema({
    isRole: (role) => role === 'backend-developer',
    noticeVersion: '2026-11-22',
  })
  return {
    ...schema.parse({
      roles: [{ role: 'backend-developer', count: '2', seniority: 'senior' }],
      skills: 'TypeScript, PostgreSQL, TypeScript',
      start: 'now',
      duration: 'ongoing',
      engagement: 'full_time',
      overlap: '4h',
      message: 'Queues,\r\nmostly. ',
      name: 'Ann',
      email: 'ann@verbatim.example',
      company: 'Acme',
      notice: '2026-11-22',
      idempotencyKey: randomUUID(),
    }),
    ...told,
  }
}
