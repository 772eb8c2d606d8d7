import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Judgement } from '#app/abuse/judgement.ts'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { messageSchema, type Message } from './message.ts'
import { releaseMessage } from './release-message.server.ts'
import { sendMessage } from './send-message.server.ts'

const now = new Date('2026-11-30T06:00:00Z')

function written(fields: Partial<Message>): Message {
  return messageSchema({ noticeVersion: '2026-11-22' }).parse({
    name: 'Ann Example',
    message: 'Do you work with <b>charities</b>?',
    notice: '2026-11-22',
    idempotencyKey: randomUUID(),
    ...fields,
  })
}

test('a message is kept verbatim and as a lead, with its consent and both letters', async () => {
  const sent = await sendMessage(written({ email: 'ann@message.example' }), { now })

  const submission = await db.submission.findFirstOrThrow({
    where: { email: 'ann@message.example' },
    include: { lead: { include: { letters: true } } },
  })
  expect(sent).toEqual({ ok: true, value: { reference: submission.reference } })
  expect(submission.kind).toBe('message')
  expect(submission.payload).toMatchObject({ message: 'Do you work with <b>charities</b>?' })
  expect(submission.lead?.source).toBe('message')
  expect(submission.lead?.letters.map(({ kind }) => kind).sort()).toEqual([
    'message-notice',
    'message-received',
  ])
  expect(await db.consent.count({ where: { email: 'ann@message.example' } })).toBe(1)
})

test('the letter to the visitor carries nothing of what was written, the one to the office all of it', async () => {
  await sendMessage(written({ email: 'ann@apart.example', message: 'Buy at https://evil.test' }), { now })

  const letters = await db.letter.findMany({
    where: { lead: { person: { emails: { some: { email: 'ann@apart.example' } } } } },
  })
  const propsOf = (kind: string) => JSON.stringify(letters.find((letter) => letter.kind === kind)?.props)
  expect(propsOf('message-received')).not.toContain('evil.test')
  expect(propsOf('message-notice')).toContain('evil.test')
})

test('the same form sent three times at once is one message', async () => {
  const message = written({ email: 'ann@again.example' })

  const answers = await Promise.all([1, 2, 3].map(() => sendMessage(message, { now })))

  expect(answers).toEqual([answers[0], answers[0], answers[0]])
  expect(await db.submission.count({ where: { email: 'ann@again.example' } })).toBe(1)
})

test('the same key with other words is refused', async () => {
  const message = written({ email: 'ann@other-words.example' })
  await sendMessage(message, { now })

  const again = await sendMessage({ ...message, message: 'Something else' }, { now })

  expect(again).toEqual({ ok: false, reason: 'key-reused' })
})

test('whoever is talked with already is answered in the same lead', async () => {
  await sendMessage(written({ email: 'ann@known.example' }), { now })
  await sendMessage(written({ email: 'ann@known.example', message: 'One thing more.' }), { now })

  expect(
    await db.lead.count({ where: { person: { emails: { some: { email: 'ann@known.example' } } } } }),
  ).toBe(1)
})

test('a message that looks like abuse makes nothing until staff release it, with the reference it was answered with', async () => {
  const actor = await addStaff({ email: 'otto@release.example' })
  const message = written({ email: 'ann@held.example' })
  const judgement: Judgement = {
    ...{ outcome: 'held', score: 40, reasons: ['no-form'], bodyHash: null, ipHash: 'whence' },
  }
  const answered = await sendMessage(message, { now, judgement })
  const again = await sendMessage(message, { now, judgement })

  const held = await db.submission.findFirstOrThrow({ where: { email: 'ann@held.example' } })
  expect(answered).toEqual({ ok: true, value: { reference: held.reference } })
  expect(again).toEqual(answered)
  expect(held).toMatchObject({ outcome: 'held', leadId: null, reasons: ['no-form'] })
  expect(await lettersTo('ann@held.example')).toEqual([])

  const releases = await Promise.all([1, 2].map(() => releaseMessage(held.id, { now, actorId: actor.id })))

  expect(releases[0]).toMatchObject({ ok: true })
  expect(releases[1]).toEqual(releases[0])
  expect(await lettersTo('ann@held.example')).toMatchObject([{ kind: 'message-received' }])
  expect(await db.submission.findUniqueOrThrow({ where: { id: held.id } })).toMatchObject({
    ...{ outcome: 'accepted', reference: held.reference, ipHash: null },
  })
})

function lettersTo(to: string) {
  return db.letter.findMany({ where: { to }, select: { kind: true } })
}
