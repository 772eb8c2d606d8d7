import { createHmac, randomUUID } from 'node:crypto'
import { addHours } from 'date-fns'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { receiveLead } from '#app/leads/leads-fixture.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { recoverDeliveries, mostAttempts } from './claim-delivery.server.ts'
import { deliverNext } from './deliver-next.server.ts'
import { sayPrivate, sayTooSlow } from './post-message.server.ts'
import { openReceiver } from './receiver.fixture.ts'
import {
  addWebhook,
  removeWebhook,
  rotateSecret,
  sendDeliveryAgain,
  switchWebhook,
} from './webhook-acts.server.ts'
import { webhookEvents, type WebhookEvent } from './webhook-event.ts'

const now = new Date('2026-11-30T06:00:00Z')
let receiver: Awaited<ReturnType<typeof openReceiver>>
let admin: Viewer
let leadId: string

beforeAll(async () => {
  admin = await addStaff({ email: 'ada@firm.example', role: 'admin' })
  leadId = (await receiveLead()).leadId
})
beforeEach(async () => {
  await db.webhook.deleteMany()
  receiver = await openReceiver()
  env.WEBHOOKS_TO = 'anywhere'
})
afterEach(async () => {
  env.WEBHOOKS_TO = 'public'
  vi.restoreAllMocks()
  await receiver.close()
})
afterAll(() => db.webhook.deleteMany())

async function add(events: WebhookEvent[] = webhookEvents, url = receiver.url) {
  const added = await addWebhook(admin, { key: randomUUID(), url, events })
  if (!added.ok) throw new Error(added.reason)
  return db.webhook.findUniqueOrThrow({ where: { id: added.value } })
}

/** A consultation of the lead is cancelled by its visitor, who gave a reason. */
async function cancelled(): Promise<void> {
  await db.$transaction((tx) =>
    recordEvent(tx, {
      leadId,
      at: now,
      event: {
        kind: 'cancelled',
        bookingId: randomUUID(),
        reference: 'B-7K3QXMW',
        startsAt: '2026-12-01T10:00:00.000Z',
        by: 'visitor',
        reason: 'A private reason',
      },
    }),
  )
}

const deliver = (at = now) => deliverNext(at, { random: () => 0 })
const only = () => db.webhookDelivery.findFirstOrThrow()

/** What Standard Webhooks asks of a receiver, written once more without our own code. */
function signatureBy(secret: string, index = 0): string {
  const message = receiver.received[index]
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const { 'webhook-id': id, 'webhook-timestamp': sent } = message?.headers ?? {}
  return `v1,${createHmac('sha256', key)
    .update(`${String(id)}.${String(sent)}.${message?.body ?? ''}`)
    .digest('base64')}`
}

test('what happened is told with its time, its lead, a signature, and nothing that somebody typed', async () => {
  const { secret } = await add()
  await cancelled()

  expect(await deliver()).toBe('done')

  const [message] = receiver.received
  const { ref } = await db.lead.findUniqueOrThrow({ where: { id: leadId } })
  expect(JSON.parse(message?.body ?? '')).toEqual({
    type: 'booking.cancelled',
    timestamp: now.toISOString(),
    data: {
      booking: { reference: 'B-7K3QXMW', startsAt: '2026-12-01T10:00:00.000Z' },
      by: 'visitor',
      lead: { reference: `L-${ref}`, url: `https://benchline.test/staff/leads/${ref}` },
    },
  })
  expect(message?.headers).toMatchObject({
    'content-type': 'application/json',
    'webhook-timestamp': String(now.getTime() / 1000),
    'webhook-signature': signatureBy(secret),
  })
  expect(message?.headers['webhook-id']).toMatch(/^msg_/)
  expect(await only()).toMatchObject({ state: 'sent', attempts: 1, lastStatus: 204, leaseId: null })
})

test('nothing is told of what did not come to be, of what nobody wants to hear, and to a webhook that is off', async () => {
  await add(['lead.recorded'])
  await cancelled()
  const { id } = await add(webhookEvents, `${receiver.url}/off`)
  await switchWebhook(admin, id, false)
  await cancelled()
  await switchWebhook(admin, id, true)
  const failing = db.$transaction(async (tx) => {
    await recordEvent(tx, {
      leadId,
      at: now,
      event: { kind: 'status', from: 'new', to: 'lost', because: 'chosen' },
    })
    throw new Error('the act failed')
  })

  await expect(failing).rejects.toThrow('the act failed')
  expect(await db.webhookDelivery.count()).toBe(0)
})

test('a receiver that fails is tried again later, with the same id and body, until it is given up', async () => {
  await add()
  receiver.answer((response) => response.writeHead(503).end('Down for\nmaintenance'))
  await cancelled()
  await deliver()

  const waiting = await only()
  expect(waiting).toMatchObject({ state: 'retry', attempts: 1, lastStatus: 503 })
  expect(waiting.lastAnswer).toBe('Down for maintenance')
  expect(waiting.runAt > waiting.createdAt).toBe(true)
  expect(await deliver()).toBe('nothing')

  await db.webhookDelivery.updateMany({ data: { runAt: new Date(0), attempts: mostAttempts - 1 } })
  await deliver(addHours(now, 48))
  expect(await only()).toMatchObject({ state: 'dead', attempts: mostAttempts })
  const [first, second] = receiver.received
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  expect(second?.body).toBe(first?.body)
  expect(second?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp'])
})

test('what was given up goes out again when an admin says so', async () => {
  const { id } = await add()
  await cancelled()
  await db.webhookDelivery.updateMany({ data: { state: 'dead', attempts: mostAttempts } })
  const delivery = await only()

  await sendDeliveryAgain(admin, id, delivery.id)
  await deliver()

  expect(await only()).toMatchObject({ id: delivery.id, state: 'sent', attempts: 1 })
})

test('a redirect is not followed', async () => {
  await add()
  receiver.answer((response) => response.writeHead(302, { location: `${receiver.url}/elsewhere` }).end())
  await cancelled()

  await deliver()

  expect(receiver.received.map(({ path }) => path)).toEqual(['/hooks'])
  expect(await only()).toMatchObject({ state: 'retry', lastStatus: 302 })
})

test('a receiver that says it is gone is switched off', async () => {
  const { id } = await add()
  receiver.answer((response) => response.writeHead(410).end())
  await cancelled()

  await deliver()

  expect(await only()).toMatchObject({ state: 'dead', lastStatus: 410 })
  expect(await db.webhook.findUnique({ where: { id } })).toMatchObject({ active: false })
})

test('of an answer without end its beginning is kept', async () => {
  await add()
  receiver.answer((response) => {
    const pour = setInterval(() => response.write('x'.repeat(600)), 5)
    response.once('close', () => clearInterval(pour))
  })
  await cancelled()

  await deliver()

  const { lastAnswer, state } = await only()
  expect(state).toBe('sent')
  expect(lastAnswer).toBe('x'.repeat(1000))
})

test('a receiver that does not answer is given up for now', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const giveUp = new AbortController()
    setTimeout(() => giveUp.abort(), 200)
    return giveUp.signal
  })
  await add()
  receiver.answer(() => {})
  await cancelled()

  await deliver()

  expect(await only()).toMatchObject({ state: 'retry', lastStatus: null, lastAnswer: sayTooSlow })
})

test('nothing goes into a private network', async () => {
  await add()
  await cancelled()
  env.WEBHOOKS_TO = 'public'

  await deliver()

  expect(receiver.received).toEqual([])
  expect(await only()).toMatchObject({ state: 'retry', lastStatus: null, lastAnswer: sayPrivate })
})

test('many workers send one message once', async () => {
  await add()
  await cancelled()

  const came = await Promise.all(Array.from({ length: 5 }, () => deliver()))

  expect(came.toSorted()).toEqual(['done', 'nothing', 'nothing', 'nothing', 'nothing'])
  expect(receiver.received).toHaveLength(1)
})

test('what a killed worker left behind is sent by another one', async () => {
  await add()
  await cancelled()
  await db.webhookDelivery.updateMany({
    data: { state: 'sending', attempts: 1, leaseId: randomUUID(), leaseUntil: new Date(0) },
  })

  await recoverDeliveries()

  expect(await only()).toMatchObject({ state: 'retry', leaseId: null })
  await deliver()
  expect(await only()).toMatchObject({ state: 'sent', attempts: 2 })
})

test('a new secret signs at once and the old one beside it for a day; pressed twice it is changed once', async () => {
  const { id, secret: old } = await add()
  await rotateSecret(admin, id, { shown: 1, now })
  await rotateSecret(admin, id, { shown: 1, now })
  const { secret } = await db.webhook.findUniqueOrThrow({ where: { id } })
  await cancelled()
  await cancelled()

  await deliver(addHours(now, 23))
  await deliver(addHours(now, 25))

  const [first, second] = receiver.received
  expect(secret).not.toBe(old)
  expect(first?.headers['webhook-signature']).toBe(`${signatureBy(secret)} ${signatureBy(old)}`)
  expect(second?.headers['webhook-signature']).toBe(signatureBy(secret, 1))
})

test('who changed what stands in the audit log, without the address', async () => {
  const { id } = await add()
  await switchWebhook(admin, id, false)
  await rotateSecret(admin, id, { shown: 1, now })
  await removeWebhook(admin, id)
  await removeWebhook(admin, id)

  const entries = await db.auditEntry.findMany({
    where: { entityId: `webhook ${id}` },
    orderBy: { id: 'asc' },
  })
  expect(entries.map(({ actorId, after }) => [actorId, after])).toEqual([
    [admin.id, { webhook: 'added', events: webhookEvents }],
    [admin.id, { active: false }],
    [admin.id, { webhook: 'new secret' }],
    [admin.id, { webhook: 'removed' }],
  ])
})

test('one form makes one webhook, an address stands once, and twenty are enough', async () => {
  const key = randomUUID()
  const form = { key, url: receiver.url, events: webhookEvents }

  const outcomes = await Promise.all([addWebhook(admin, form), addWebhook(admin, form)])
  const other = await addWebhook(admin, { ...form, key: randomUUID() })
  for (let i = 1; i < 20; i++) await add(webhookEvents, `${receiver.url}/${i}`)
  const more = await addWebhook(admin, { ...form, key: randomUUID(), url: `${receiver.url}/more` })

  expect(outcomes).toEqual([
    { ok: true, value: key },
    { ok: true, value: key },
  ])
  expect(other).toEqual({ ok: false, reason: 'there-already' })
  expect(more).toEqual({ ok: false, reason: 'too-many' })
})

test.each(['manager', 'consultant', 'read_only'] as const)('a %s changes no webhook', async (role) => {
  const viewer = await addStaff({ email: `${role}@firm.example`, role })
  const { id } = await add()
  const form = { key: randomUUID(), url: 'https://example.com/', events: webhookEvents }

  expect(() => addWebhook(viewer, form)).toThrow(expect.objectContaining({ status: 403 }))
  await expect(switchWebhook(viewer, id, false)).rejects.toMatchObject({ status: 403 })
  await expect(removeWebhook(viewer, id)).rejects.toMatchObject({ status: 403 })
  await expect(rotateSecret(viewer, id, { shown: 1, now })).rejects.toMatchObject({ status: 403 })
  await expect(sendDeliveryAgain(viewer, id, randomUUID())).rejects.toMatchObject({ status: 403 })
})
