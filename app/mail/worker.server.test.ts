import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { examples } from '#emails/letters.fixture.ts'
import { type Manners, openMailbox } from './mailbox.fixture.ts'
import { enqueue } from './outbox.server.ts'
import { startWorker } from './worker.server.ts'

const toClose: Array<() => Promise<void>> = []

beforeEach(async () => {
  await db.letter.deleteMany()
})

afterEach(async () => {
  for (const close of toClose.splice(0)) await close()
  env.SMTP_URL = undefined
})

async function workWith(manners: Manners & { signInWith?: string } = {}) {
  const mailbox = await openMailbox(manners)
  env.SMTP_URL = manners.signInWith ? mailbox.urlFor('benchline', manners.signInWith) : mailbox.url
  const worker = startWorker()
  toClose.push(worker.stop, mailbox.close)
  return { mailbox, worker }
}

function writeLetter() {
  return db.$transaction((tx) =>
    enqueue(tx, {
      kind: 'requirement-received',
      props: examples['requirement-received'],
      to: { name: 'Ann Example', address: 'ann@visitor.example' },
      dedupeKey: `test:${randomUUID()}`,
    }),
  )
}

test('a letter goes out as soon as it is written, not at the next look', async () => {
  const { mailbox } = await workWith()
  await isIdle()

  await writeLetter()

  await vi.waitFor(() => expect(mailbox.mails).toHaveLength(1), { timeout: 2_500, interval: 20 })
})

test('a worker that starts later sends what has been waiting', async () => {
  await writeLetter()
  await writeLetter()

  const { mailbox } = await workWith()

  await vi.waitFor(() => expect(mailbox.mails).toHaveLength(2), { timeout: 2_500, interval: 20 })
})

test('stopping waits for the letter in hand', async () => {
  await writeLetter()
  const { mailbox, worker } = await workWith({ takesMilliseconds: 300 })
  await vi.waitFor(() => expect(mailbox.asked.recipients).toBe(1), { timeout: 2_500, interval: 10 })

  await worker.stop()

  expect(await db.letter.findFirst()).toMatchObject({ state: 'sent' })
})

test('after a wrong password no further letter is tried for a while', async () => {
  await writeLetter()
  await writeLetter()
  const { mailbox } = await workWith({ password: 'right', signInWith: 'wrong' })
  await vi.waitFor(() => expect(mailbox.asked.logins).toBe(1), { timeout: 2_500, interval: 20 })

  await writeLetter()
  await isIdle()

  expect(mailbox.asked.logins).toBe(1)
  const states = await db.letter.groupBy({ by: ['attempts'], _count: true })
  expect(states).toEqual([{ attempts: 0, _count: 3 }])
})

test('without a mail server letters are kept', async () => {
  env.SMTP_URL = undefined
  const worker = startWorker()
  toClose.push(worker.stop)

  await writeLetter()
  await isIdle()

  expect(await db.letter.findFirst()).toMatchObject({ state: 'queued', attempts: 0 })
})

/** Long enough for a worker to listen, or to do what it should not. */
function isIdle() {
  return new Promise((resolve) => setTimeout(resolve, 300))
}
