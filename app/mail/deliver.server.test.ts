import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { examples } from '#emails/letters.fixture.ts'
import { claimNext, recoverLost, settle } from './claim.server.ts'
import { deliverNext } from './deliver.server.ts'
import { mostAttempts } from './failure.ts'
import { type Manners, openMailbox } from './mailbox.fixture.ts'
import { enqueue, type NewLetter } from './outbox.server.ts'
import { openTransport, type Transport } from './transport.server.ts'

const toClose: Array<() => void | Promise<void>> = []

beforeEach(async () => {
  await db.letter.deleteMany()
})

afterEach(async () => {
  for (const close of toClose.splice(0)) await close()
})

/** A mail server with these manners, and our way to it. */
async function postOffice(manners: Manners = {}) {
  const mailbox = await openMailbox(manners)
  const transport = openTransport(mailbox.url)
  toClose.push(transport.close, mailbox.close)
  return { mailbox, transport }
}

const invitation = [
  'BEGIN:VCALENDAR',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:1',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
]

async function writeLetter(about: Partial<NewLetter<'booking-confirmed'>> = {}) {
  const dedupeKey = `test:${randomUUID()}`
  await db.$transaction((tx) =>
    enqueue(tx, {
      kind: 'booking-confirmed',
      props: examples['booking-confirmed'],
      to: { name: 'Ann Example', address: 'ann@visitor.example' },
      dedupeKey,
      invitation: { method: 'REQUEST', content: invitation.join('\r\n') },
      ...about,
    }),
  )
  return () => db.letter.findUniqueOrThrow({ where: { dedupeKey } })
}

/** Waiting is left out: a letter that is to be tried again may be tried at once. */
const atOnce = { random: () => 0 }

test('a letter is taken by the mail server once, and marked as sent', async () => {
  const { mailbox, transport } = await postOffice()
  const letter = await writeLetter()

  await deliverNext(transport)
  const second = await deliverNext(transport)

  expect(second).toBe('nothing')
  expect(mailbox.mails).toHaveLength(1)
  expect(await letter()).toMatchObject({ state: 'sent', attempts: 1, lastError: '', leaseId: null })
})

test('the mail says who writes to whom, and that a machine wrote it', async () => {
  const { mailbox, transport } = await postOffice()
  const letter = await writeLetter()

  await deliverNext(transport)

  const [mail] = mailbox.mails
  const { id, messageId } = await letter()
  expect(mail).toMatchObject({ from: 'hello@benchline.test', to: ['ann@visitor.example'] })
  expect(mail?.parsed.from?.text).toBe('"Benchline" <hello@benchline.test>')
  expect(mail?.parsed.messageId).toBe(messageId)
  expect(mail?.parsed.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail?.parsed.headers.get('x-entity-ref-id')).toBe(id)
})

test('a letter that one of the staff wrote does not say that a machine did', async () => {
  const { mailbox, transport } = await postOffice()
  await db.$transaction((tx) =>
    enqueue(tx, {
      kind: 'lead-message',
      props: examples['lead-message'],
      to: { name: 'Ann Example', address: 'ann@visitor.example' },
      dedupeKey: `test:${randomUUID()}`,
    }),
  )

  await deliverNext(transport)

  expect(mailbox.mails).toHaveLength(1)
  expect(mailbox.mails[0]?.parsed.headers.has('auto-submitted')).toBe(false)
})

test('the invitation is an alternative of the text and a file beside it, both with the same method', async () => {
  const { mailbox, transport } = await postOffice()
  await writeLetter()

  await deliverNext(transport)

  const raw = mailbox.mails[0]?.raw ?? ''
  expect(raw).toMatch(/Content-Type: multipart\/alternative/)
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
  const [file] = mailbox.mails[0]?.parsed.attachments.filter((part) => part.filename === 'invite.ics') ?? []
  expect(file?.contentType).toBe('application/ics')
  const calendar = new ICAL.Component(ICAL.parse(String(file?.content)))
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
})

test('the text alone says the time, both zones, and how to change it', async () => {
  const { mailbox, transport } = await postOffice()
  await writeLetter()

  await deliverNext(transport)

  const text = mailbox.mails[0]?.parsed.text ?? ''
  expect(text).toContain('14:30–15:00')
  expect(text).toContain('Berlin time')
  expect(text).toContain('Kolkata time')
  expect(text).toContain(examples['booking-confirmed'].manageUrl)
})

test('a recipient who is greylisted gets the letter at the second attempt', async () => {
  const { mailbox, transport } = await postOffice({
    atRecipient: (asked) => (asked === 0 ? { code: 450, words: 'Greylisted, come back' } : undefined),
  })
  const letter = await writeLetter()

  await deliverNext(transport, atOnce)
  const between = await letter()
  await deliverNext(transport, atOnce)

  expect(between).toMatchObject({ state: 'retry', attempts: 1 })
  expect(between.lastError).toContain('Greylisted')
  expect(await letter()).toMatchObject({ state: 'sent', attempts: 2 })
  expect(mailbox.mails).toHaveLength(1)
})

test('a letter waits longer after each attempt that failed', async () => {
  const { transport } = await postOffice({ atEnd: () => ({ code: 451, words: 'Try later' }) })
  const letter = await writeLetter()

  await deliverNext(transport, { random: () => 1 })

  const { runAt } = await letter()
  expect(Math.round((runAt.getTime() - Date.now()) / 1000)).toBe(10)
  expect(await deliverNext(transport)).toBe('nothing')
})

test('an address that does not exist bounces and is not tried again', async () => {
  const { mailbox, transport } = await postOffice({
    atRecipient: () => ({ code: 550, words: 'No such user' }),
  })
  const letter = await writeLetter()

  await deliverNext(transport, atOnce)

  expect(await deliverNext(transport, atOnce)).toBe('nothing')
  expect(await letter()).toMatchObject({ state: 'bounced', attempts: 1 })
  expect(mailbox.mails).toHaveLength(0)
})

test('a letter that the server will never take is dead', async () => {
  const { transport } = await postOffice({ atEnd: () => ({ code: 554, words: 'Content refused' }) })
  const letter = await writeLetter()

  await deliverNext(transport, atOnce)

  expect(await letter()).toMatchObject({ state: 'dead', attempts: 1 })
})

test('a connection lost after the final dot: the letter goes again under the same Message-ID', async () => {
  const { mailbox, transport } = await postOffice({ hangsUp: (asked) => asked === 0 })
  const letter = await writeLetter()

  await deliverNext(transport, atOnce)
  const between = await letter()
  await deliverNext(transport, atOnce)

  expect(between.state).toBe('retry')
  expect(await letter()).toMatchObject({ state: 'sent', attempts: 2 })
  const { messageId } = between
  expect(mailbox.mails.map((mail) => mail.parsed.messageId)).toEqual([messageId, messageId])
})

test('a mail server that is not there: the letter is tried again', async () => {
  const { mailbox, transport } = await postOffice()
  await mailbox.close()
  const letter = await writeLetter()

  await deliverNext(transport, atOnce)

  expect(await letter()).toMatchObject({ state: 'retry', attempts: 1 })
})

test('the last attempt that fails is the last', async () => {
  const { transport } = await postOffice({ atEnd: () => ({ code: 451, words: 'Try later' }) })
  const letter = await writeLetter()
  await db.letter.updateMany({ data: { state: 'retry', attempts: mostAttempts - 1 } })

  await deliverNext(transport, atOnce)

  expect(await letter()).toMatchObject({ state: 'dead', attempts: mostAttempts })
  expect((await letter()).lastError).toContain('Try later')
})

test('a wrong password costs the letter no attempt', async () => {
  const mailbox = await openMailbox({ password: 'right' })
  const transport = openTransport(mailbox.urlFor('benchline', 'wrong'))
  toClose.push(transport.close, mailbox.close)
  const letter = await writeLetter()

  const delivery = await deliverNext(transport)

  expect(delivery).toBe('paused')
  expect(await letter()).toMatchObject({ state: 'retry', attempts: 0 })
})

test('a user and a password with signs in them get in', async () => {
  const mailbox = await openMailbox({ password: 'p@ss:/w?rd' })
  const transport = openTransport(mailbox.urlFor('me%40firm.example', encodeURIComponent('p@ss:/w?rd')))
  toClose.push(transport.close, mailbox.close)
  const letter = await writeLetter()

  await deliverNext(transport)

  expect((await letter()).state).toBe('sent')
})

test('two workers at the same outbox send every letter once', async () => {
  const { mailbox, transport } = await postOffice()
  for (let number = 0; number < 12; number++) await writeLetter()

  await Promise.all([
    untilNothingIsDue(transport),
    untilNothingIsDue(transport),
    untilNothingIsDue(transport),
  ])

  const ids = mailbox.mails.map((mail) => mail.parsed.messageId)
  expect(ids).toHaveLength(12)
  expect(new Set(ids).size).toBe(12)
})

test('what a killed worker had in hand is sent by the next one', async () => {
  const { mailbox, transport } = await postOffice()
  const letter = await writeLetter()
  await claimNext()
  await db.letter.updateMany({ data: { leaseUntil: new Date(Date.now() - 1000) } })

  await recoverLost()
  await deliverNext(transport)

  expect(await letter()).toMatchObject({ state: 'sent', attempts: 2 })
  expect(mailbox.mails).toHaveLength(1)
})

test('a letter that another worker is sending is left alone', async () => {
  const { transport } = await postOffice()
  await writeLetter()
  await claimNext()

  await recoverLost()

  expect(await deliverNext(transport)).toBe('nothing')
})

test('a worker that comes back after its lease ended changes nothing', async () => {
  const letter = await writeLetter()
  const late = await claimNext()
  await db.letter.updateMany({ data: { leaseUntil: new Date(Date.now() - 1000) } })
  await recoverLost()
  await claimNext()

  const isOurs = late && (await settle(db, late, { state: 'bounced', reason: 'too late' }))

  expect(isOurs).toBe(false)
  expect((await letter()).state).toBe('sending')
})

test('a letter that kills every worker is given up', async () => {
  const letter = await writeLetter()
  await claimNext()
  await db.letter.updateMany({ data: { attempts: mostAttempts, leaseUntil: new Date(Date.now() - 1000) } })

  await recoverLost()

  expect((await letter()).state).toBe('dead')
})

test('a letter whose time is past is not sent', async () => {
  const { mailbox, transport } = await postOffice()
  const letter = await writeLetter({ notAfter: new Date(Date.now() - 1000) })

  await deliverNext(transport)

  expect(await letter()).toMatchObject({ state: 'skipped' })
  expect(mailbox.mails).toHaveLength(0)
})

test('a letter that was overtaken is not sent', async () => {
  const { mailbox, transport } = await postOffice()
  const letter = await writeLetter()

  await deliverNext(transport, { stillDue: async () => false })

  expect(await letter()).toMatchObject({ state: 'skipped' })
  expect(mailbox.mails).toHaveLength(0)
})

test('a letter that cannot be written does not hold up the next', async () => {
  const { mailbox, transport } = await postOffice()
  const broken = await writeLetter()
  await db.letter.updateMany({ data: { kind: 'no-such-letter' } })
  const good = await writeLetter()

  await untilNothingIsDue(transport)

  expect((await broken()).state).toBe('dead')
  expect((await good()).state).toBe('sent')
  expect(mailbox.mails).toHaveLength(1)
})

test('a name with line breaks, commas and addresses adds no header and no recipient', async () => {
  const { mailbox, transport } = await postOffice()
  await writeLetter()
  // Past the outbox, which would drop such a name, to see that the mail is safe by itself.
  await db.letter.updateMany({
    data: { toName: 'Ann\r\nBcc: v@evil.example\r\n\r\nHi, "x" <w@evil.example>, y@evil.example' },
  })

  await deliverNext(transport)

  const [mail] = mailbox.mails
  expect(mail?.to).toEqual(['ann@visitor.example'])
  expect(mail?.parsed.headerLines.map((line) => line.key).toSorted()).toEqual(
    [
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'reply-to',
      'subject',
      'to',
    ]
      .concat('x-entity-ref-id')
      .toSorted(),
  )
})

async function untilNothingIsDue(transport: Transport) {
  while ((await deliverNext(transport)) !== 'nothing');
}
