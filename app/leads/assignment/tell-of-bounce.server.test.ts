/** Letters that a real mail server refuses for good, and who learns of it. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { deliverNext } from '#app/mail/deliver.server.ts'
import { openMailbox } from '#app/mail/mailbox.fixture.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { openTransport } from '#app/mail/transport.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { examples } from '#emails/letters.fixture.ts'
import { receiveLead } from '../leads-fixture.server.ts'
import { tellOfBounce } from './tell-of-bounce.server.ts'

const closing: (() => void | Promise<void>)[] = []

beforeEach(async () => {
  await db.notification.deleteMany()
  await db.letter.deleteMany()
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

test('whoever has the lead is told that its person does not get letters', async () => {
  const ana = await addStaff({ email: `${randomUUID()}@firm.example` })
  const { leadId } = await receiveLead({ email: 'dana@acme.example', ownerId: ana.id })
  await refuse('dana@acme.example', leadId)

  expect(await told()).toEqual([{ staffId: ana.id, kind: 'bounced', leadId }])
  expect(await db.letter.findMany({ where: { to: ana.email } })).toMatchObject([
    { kind: 'desk-notification', leadId },
  ])
})

test('when whoever had it left, those who hand out work are told', async () => {
  const mia = await addStaff({ email: `${randomUUID()}@firm.example`, role: 'manager' })
  const ana = await addStaff({ email: `${randomUUID()}@firm.example` })
  const { leadId } = await receiveLead({ email: 'eli@acme.example', ownerId: ana.id })
  await db.staff.update({ where: { id: ana.id }, data: { disabledAt: new Date() } })
  await refuse('eli@acme.example', leadId)

  expect(await told()).toContainEqual({ staffId: mia.id, kind: 'bounced', leadId })
  expect((await told()).filter(({ staffId }) => staffId === ana.id)).toEqual([])
})

test('what is mailed to staff about a lead and comes back is told to nobody, and so is what belongs to no lead', async () => {
  const ana = await addStaff({ email: `${randomUUID()}@firm.example` })
  const { leadId } = await receiveLead({ ownerId: ana.id })
  await refuse(ana.email, leadId)
  await refuse('fay@acme.example', null)

  expect(await told()).toEqual([])
})

function told() {
  return db.notification.findMany({
    where: { kind: 'bounced' },
    select: { staffId: true, kind: true, leadId: true },
  })
}

/** Writes a letter to an address, which the mail server does not know. */
async function refuse(address: string, leadId: string | null): Promise<void> {
  const mailbox = await openMailbox({ atRecipient: () => ({ code: 550, words: 'No such mailbox' }) })
  const transport = openTransport(mailbox.url)
  closing.push(transport.close, mailbox.close)
  await db.letter.deleteMany()
  const dedupeKey = `test:${randomUUID()}`
  await db.$transaction((tx) =>
    enqueue(tx, {
      kind: 'booking-confirmed',
      props: examples['booking-confirmed'],
      to: { name: 'Dana Doe', address },
      dedupeKey,
      ...(leadId && { leadId }),
    }),
  )
  await deliverNext(transport, { onBounced: tellOfBounce })
  expect(await db.letter.findUnique({ where: { dedupeKey } })).toMatchObject({ state: 'bounced' })
}
