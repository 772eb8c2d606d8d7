import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { messageSchema, type Message } from './message.ts'
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
