import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { receiveLead } from '#app/leads/leads-fixture.server.ts'
import { newReference } from '#app/ops/reference.server.ts'
import { newPublicId, publicIdIn, verifyLink } from '#app/ops/signed-link.server.ts'
import { site } from '#app/site.ts'
import { renderStored } from '#emails/index.ts'
import { announceRequirement } from './announce-requirement.server.ts'
import type { RequirementRequest } from './requirement.ts'

const now = new Date('2026-11-23T09:00:00Z')
const message = 'Read https://brief.example first, please.'
const asked: RequirementRequest = {
  roles: [{ role: 'backend-developer', otherRole: '', count: '2', seniority: 'senior' }],
  ...{ skills: ['PostgreSQL'], niceSkills: [], stage: 'new_build', readiness: '', message },
  ...{ engagement: 'full_time', start: 'now', duration: 'ongoing', timeZone: 'Europe/Berlin', overlap: '4h' },
  ...{ budget: '', security: ['nda_first'], name: 'Ann Example', email: '', company: 'Acme' },
  ...{ companySize: '11_50', country: 'DE', contactBy: 'phone', phone: '+49 30 123456', heardFrom: 'search' },
  ...{ marketing: false, notice: '2026-11-22', idempotencyKey: 'none' },
}

async function announced(person: { name?: string } = {}) {
  const recorded = await receiveLead()
  const submission = { publicId: newPublicId(), linkVersion: 1, reference: newReference('R') }
  const email = `${randomUUID()}@acme.example`
  await db.$transaction((tx) =>
    announceRequirement(tx, {
      requirementId: randomUUID(),
      request: { ...asked, email, ...person },
      submission,
      lead: { id: recorded.leadId, ref: recorded.ref },
      file: { name: 'brief.pdf' },
      promisedBy: new Date('2026-11-24T09:00:00Z'),
      about: { now, origin: { src: 'dock' }, titleOf: () => 'Backend developer' },
    }),
  )
  const letters = await db.letter.findMany({
    where: { leadId: recorded.leadId },
    orderBy: { dedupeKey: 'desc' },
  })
  const [toVisitor, toOffice] = letters
  if (!toVisitor || !toOffice) throw new Error('two letters were to be written')
  return { email, submission, ref: recorded.ref, toVisitor, toOffice }
}

test('a request is answered with its reference, what happens next and by when', async () => {
  const { email, submission, toVisitor } = await announced()

  const { subject, text } = await renderStored(toVisitor)
  expect(toVisitor.to).toBe(email)
  expect(subject).toBe(`We have your request: ${submission.reference}`)
  expect(text).toContain('by Tuesday 24 November 2026, 10:00 (Berlin time)')
})

test('the links in the answer open this request, and a booking that asks nothing twice', async () => {
  const { submission, toVisitor } = await announced()

  const { text } = await renderStored(toVisitor)
  const tokens = [/\/start\/done\/(\S+)/, /\/book\?request=(\S+)/].map((link) => link.exec(text)?.[1] ?? '')
  expect(tokens.map(publicIdIn)).toEqual([submission.publicId, submission.publicId])
  expect(tokens.map((token) => verifyLink('request', token, submission))).toEqual([true, true])
})

test('the answer carries nothing that was typed but a safe name', async () => {
  const { toVisitor } = await announced({ name: 'Visit evil.example' })

  const { html, text } = await renderStored(toVisitor)
  expect(text).toContain('Hello there,')
  expect(html + text).not.toMatch(/evil\.example|Acme|brief\.example|brief\.pdf|123456/)
  expect(text).toContain('Your name and e-mail address, your company, your telephone number')
})

test('the office gets the whole request, and the way to the lead', async () => {
  const { email, ref, toOffice } = await announced()

  const { subject, text } = await renderStored(toOffice)
  expect(toOffice.to).toBe(site.email)
  expect(subject).toBe(`New request L-${ref}: Ann Example, Acme`)
  expect(text).toContain('Whom you need: Backend developer: 2 people, senior')
  expect(text).toContain('Country: Germany')
  expect(text).toContain('by the link “dock”')
  expect(text).toContain('brief.pdf')
  expect(text).toContain(message)
  expect(text).toContain(`E-mail: ${email}`)
  expect(text).toContain('Received Monday 23 November 2026, 14:30 (Kolkata time)')
  expect(text).toContain(`https://benchline.test/staff/leads/${ref}`)
})
