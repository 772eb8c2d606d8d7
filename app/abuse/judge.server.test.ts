import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns'
import { afterEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { isDisposable } from './disposable.server.ts'
import { fastestForm, judge, type Sent } from './judge.server.ts'
import { bodyHash, senderHash } from './sender-hash.server.ts'

const now = new Date('2026-11-30T09:00:00Z')

afterEach(() => {
  env.RATE_LIMITS = 'off'
})

test('a form that was filled in as a person does is accepted', async () => {
  expect(await judge(sent(), now)).toMatchObject({ outcome: 'accepted', score: 0, reasons: [] })
})

test('a filled trap is spam, a form that no page of ours sent is held, haste alone is accepted', async () => {
  const trapped = sent({ guard: { kind: 'open', elapsed: 60_000, isTrapFilled: true } })
  const formless = sent({ guard: { kind: 'unknown' } })
  const hasty = sent({ guard: { kind: 'open', elapsed: 800, isTrapFilled: false } })

  const outcomes = [await judge(trapped, now), await judge(formless, now), await judge(hasty, now)]

  expect(outcomes).toMatchObject([
    { outcome: 'spam', reasons: ['trap-filled'] },
    { outcome: 'held', reasons: ['no-form'] },
    { outcome: 'accepted', score: 30, reasons: ['too-fast'] },
  ])
})

test('what a program sends through the API is judged by its words alone', async () => {
  expect(await judge(sent({ guard: null }), now)).toMatchObject({ reasons: [] })
})

test('an address to throw away is held, at its provider’s subdomains too', async () => {
  const person = { name: 'Ann', email: 'ann@mail.mailinator.com', company: '' }

  expect(await judge(sent({ person }), now)).toMatchObject({ outcome: 'held' })
  expect(isDisposable('ann@gmail.com')).toBe(false)
  expect(isDisposable('ann@mailinator.acme.example')).toBe(false)
})

test('the same words from another address are held, whatever figures and signs stand between them', async () => {
  env.RATE_LIMITS = 'on'
  const text = 'Dear sir, our team of 20 experts gives you the best price for everything.'
  await keep({ text, email: 'first@acme.example' })

  const other = await judge(sent({ text: text.replace('20', '35').replace('.', ' !!!') }), now)
  const own = await judge(
    sent({ text, person: { name: 'Ann', email: 'first@acme.example', company: '' } }),
    now,
  )

  expect(other).toMatchObject({ outcome: 'held', reasons: ['repeated-words'] })
  expect(own).toMatchObject({ outcome: 'accepted' })
})

test('a few words are nobody’s own', () => {
  expect(bodyHash('We need a backend developer.')).toBeNull()
})

test('an address, a domain and a sender that staff blocked are spam until the block runs out', async () => {
  const until = addDays(now, 30)
  await block('email', 'eve@blocked.example', until)
  await block('domain', 'bad.example', until)
  await block('ip', senderHash('2001:db8:1:2::7'), until)
  const by = (email: string, ip = '198.51.100.7') =>
    judge(sent({ person: { name: 'Eve', email, company: '' }, ip }), now)

  expect(await by('eve@blocked.example')).toMatchObject({ outcome: 'spam', reasons: ['blocked-sender'] })
  expect(await by('any@mail.bad.example')).toMatchObject({ outcome: 'spam' })
  expect(await by('new@acme.example', '2001:db8:1:2:ffff::1')).toMatchObject({ outcome: 'spam' })
  expect(await by('any@notbad.example')).toMatchObject({ outcome: 'accepted' })
  await db.senderBlock.updateMany({ data: { until: now } })
  expect(await by('eve@blocked.example')).toMatchObject({ outcome: 'accepted' })
})

function block(kind: 'email' | 'domain' | 'ip', value: string, until: Date) {
  return db.senderBlock.create({ data: { kind, value, until, reason: 'Sells backlinks' } })
}

function keep({ text, email }: { text: string; email: string }) {
  return db.submission.create({
    data: {
      ...{ kind: 'requirement', outcome: 'held', title: 'Held', payload: {}, email, requestHash: '' },
      ...{ reference: `R-${randomUUID()}`, publicId: randomUUID(), idempotencyKey: randomUUID() },
      bodyHash: bodyHash(text),
      createdAt: now,
    },
  })
}

function sent(changes: Partial<Sent> = {}): Sent {
  return {
    guard: { kind: 'open', elapsed: 90_000, isTrapFilled: false },
    fastest: fastestForm,
    person: { name: 'Ann Example', email: `ann@${randomUUID()}.example`, company: 'Acme' },
    text: 'Two people for a billing system, from January.',
    ip: '198.51.100.7',
    ...changes,
  }
}
