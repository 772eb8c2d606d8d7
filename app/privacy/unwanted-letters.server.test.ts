import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { deliverNext } from '#app/mail/deliver.server.ts'
import { openMailbox, type Manners } from '#app/mail/mailbox.fixture.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { sendAgain } from '#app/mail/send-again.server.ts'
import { openTransport } from '#app/mail/transport.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { examples } from '#emails/letters.fixture.ts'
import { noteBounce, noteReachable } from './bounces.server.ts'
import { declineLetters, getDecliner, wantLettersAgain } from './decline-letters.server.ts'
import { keepRetention } from './keep-retention.server.ts'
import { whyUnwanted } from './unwanted-letters.server.ts'

const now = new Date('2026-11-30T06:00:00Z')
const told = { whyUnwanted, onBounced: noteBounce, onSent: noteReachable }
const refusing: Manners = { atRecipient: () => ({ code: 550, words: 'No such mailbox' }) }
const closing: (() => void | Promise<void>)[] = []

beforeEach(async () => {
  await db.letter.deleteMany()
  await db.suppression.deleteMany()
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(() => db.suppression.deleteMany())

test('a reminder says by header and in words where such letters end; a confirmation does not', async () => {
  const to = anAddress()
  const { mailbox, transport } = await postOffice()
  await write(to, 'booking-reminder')
  await write(to, 'booking-confirmed')

  await deliverNext(transport, told)
  await deliverNext(transport, told)

  const [reminder, confirmation] = mailbox.mails.map(({ parsed }) => parsed)
  const headers = String(reminder?.headerLines.map(({ line }) => line).join('\n'))
  const url = /^List-Unsubscribe: <(\S+)>$/m.exec(headers.replaceAll(/\r?\n\s+/g, ' '))?.[1] ?? ''
  expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
  expect(url).toMatch(/\/unsubscribe\/[\da-f-]{36}\.[\w-]+$/)
  expect(reminder?.text).toContain(url)
  expect(url).not.toContain(to)
  expect(await getDecliner(url.split('/').at(-1) ?? '')).toBe(to)
  expect(confirmation?.headers.has('list')).toBe(false)
  expect(confirmation?.text).not.toContain('unsubscribe')
})

test('whoever declined gets no reminders until they want them again, and all that answers them', async () => {
  const to = anAddress()
  await db.consent.create({
    data: { email: to, purpose: 'marketing_email', noticeVersion: '2026-11-28', given: true, at: now },
  })
  await Promise.all([declineLetters(to, now), declineLetters(to, now)])
  const { mailbox, transport } = await postOffice()
  const reminder = await write(to, 'booking-reminder')
  const confirmation = await write(to, 'booking-confirmed')

  await deliverNext(transport, told)
  await deliverNext(transport, told)

  expect(mailbox.mails).toHaveLength(1)
  expect(await reminder()).toMatchObject({ state: 'skipped', attempts: 1 })
  expect((await reminder()).lastError).toContain('wants no letters of this kind')
  expect(await confirmation()).toMatchObject({ state: 'sent' })
  expect(
    await db.consent.findMany({ where: { email: to }, orderBy: { id: 'asc' }, select: { given: true } }),
  ).toEqual([{ given: true }, { given: false }])

  await wantLettersAgain(to)
  const next = await write(to, 'booking-follow-up')
  await deliverNext(transport, told)
  expect(await next()).toMatchObject({ state: 'sent' })
})

test('an address that refused a letter gets no other, with the reason for staff, until one sent by hand arrives', async () => {
  const to = anAddress()
  const refused = await postOffice(refusing)
  const first = await write(to, 'booking-confirmed')
  await deliverNext(refused.transport, told)
  expect(await first()).toMatchObject({ state: 'bounced' })

  const { mailbox, transport } = await postOffice()
  const second = await write(to, 'booking-confirmed')
  await deliverNext(transport, told)
  expect(await second()).toMatchObject({ state: 'skipped' })
  expect((await second()).lastError).toMatch(/^Not sent: this address refused a letter for good on \w+/)
  expect(mailbox.mails).toEqual([])

  await db.$transaction(async (tx) => sendAgain(tx, (await second()).id, addDays(now, -30)))
  await deliverNext(transport, told)
  const third = await write(to, 'booking-confirmed')
  await deliverNext(transport, told)
  expect(await third()).toMatchObject({ state: 'sent' })
  expect(mailbox.mails).toHaveLength(2)
})

test('an address of our own staff that refused a letter is tried again', async () => {
  const { email } = await addStaff({ email: `${randomUUID()}@firm.example` })
  const refused = await postOffice(refusing)
  await write(email, 'password-reset')
  await deliverNext(refused.transport, told)

  const { transport } = await postOffice()
  const second = await write(email, 'password-reset')
  await deliverNext(transport, told)

  expect(await second()).toMatchObject({ state: 'sent' })
})

test('a refusal is forgotten after a month, a wish is not', async () => {
  const [bounced, declined] = [anAddress(), anAddress()]
  const { transport } = await postOffice(refusing)
  await write(bounced, 'booking-confirmed')
  await deliverNext(transport, told)
  await declineLetters(declined, now)
  await db.retentionRun.deleteMany()

  await keepRetention(addDays(new Date(), 31))

  expect(await db.suppression.findMany({ select: { reason: true } })).toEqual([{ reason: 'unsubscribed' }])
})

test('a link that is forged, or whose letter is gone, opens nothing', async () => {
  await expect(getDecliner(`${randomUUID()}.abcd`)).rejects.toMatchObject({ status: 404 })
  await expect(getDecliner('none')).rejects.toMatchObject({ status: 404 })
})

const anAddress = () => `ann@${randomUUID()}.example`

async function postOffice(manners: Manners = {}) {
  const mailbox = await openMailbox(manners)
  const transport = openTransport(mailbox.url)
  closing.push(transport.close, mailbox.close)
  return { mailbox, transport }
}

type Kind = 'booking-reminder' | 'booking-follow-up' | 'booking-confirmed' | 'password-reset'

async function write(address: string, kind: Kind) {
  const dedupeKey = `test:${randomUUID()}`
  const letter = { to: { name: 'Ann', address }, dedupeKey }
  await db.$transaction(async (tx) => {
    if (kind === 'booking-follow-up') return enqueue(tx, { ...letter, kind, props: examples[kind] })
    if (kind === 'booking-reminder') return enqueue(tx, { ...letter, kind, props: examples[kind] })
    if (kind === 'password-reset') return enqueue(tx, { ...letter, kind, props: examples[kind] })
    return enqueue(tx, { ...letter, kind, props: examples[kind] })
  })
  return () => db.letter.findUniqueOrThrow({ where: { dedupeKey } })
}
