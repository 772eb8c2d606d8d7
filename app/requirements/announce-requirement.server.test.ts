import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { receiveLead } from '#app/leads/leads-fixture.server.ts'
import { newReference } from '#app/ops/reference.server.ts'
import { newPublicId, publicIdIn, verifyLink } from '#app/ops/signed-link.server.ts'
import { site } from '#app/site.ts'
import { renderStored } from '#emails/index.ts'
import { announceRequirement } from './announce-requirement.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
const message = 'Read https://brief.example first, please.'

async function announced(person: { name?: string } = {}) {
  const recorded = await receiveLead()
  const requirement = await db.requirement.create({
    data: {
      leadId: recorded.leadId,
      skills: ['PostgreSQL'],
      ...{ start: 'now', duration: 'long', engagement: 'full', overlap: 'some' },
    },
    include: { roles: true },
  })
  const submission = { publicId: newPublicId(), reference: newReference('R') }
  const email = `${randomUUID()}@acme.example`
  await db.$transaction((tx) =>
    announceRequirement(tx, {
      requirement,
      submission,
      lead: { id: recorded.leadId, ref: recorded.ref },
      person: { name: 'Ann Example', email, company: 'Acme', ...person },
      answers: [
        { label: 'Role', value: '2 × Backend developer' },
        { label: 'Message', value: message },
      ],
      now,
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
  expect(text).toContain(`within ${site.replyWithin}`)
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
  expect(html + text).not.toMatch(/evil\.example|Acme|brief\.example/)
})

test('the office gets the whole request, and the way to the lead', async () => {
  const { email, ref, toOffice } = await announced()

  const { subject, text } = await renderStored(toOffice)
  expect(toOffice.to).toBe(site.email)
  expect(subject).toBe(`New request L-${ref}: Ann Example, Acme`)
  expect(text).toContain('Role: 2 × Backend developer')
  expect(text).toContain(message)
  expect(text).toContain(`E-mail: ${email}`)
  expect(text).toContain('Received Monday 23 November 2026, 14:30 (Kolkata time)')
  expect(text).toContain(`https://benchline.test/staff/leads/${ref}`)
})
