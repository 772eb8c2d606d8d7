/** What is really sent, beside what /api/openapi.json says of it. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { loader as description } from '#app/booking/api/openapi.route.ts'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import type { LeadEventEntry } from '#app/leads/lead-event.ts'
import { receiveLead } from '#app/leads/leads-fixture.server.ts'
import { recordEvent } from '#app/leads/record-event.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import { deliverNext } from './deliver-next.server.ts'
import { openReceiver } from './receiver.fixture.ts'
import { addWebhook } from './webhook-acts.server.ts'
import { webhookEvents, type WebhookEvent } from './webhook-event.ts'

const now = new Date('2026-11-30T06:00:00Z')
const [starts, before] = ['2026-12-01T10:00:00.000Z', '2026-12-02T10:00:00.000Z']
const booking = { bookingId: randomUUID(), reference: 'B-7K3QXMW' }

/** An entry of the timeline for each event; those that come of it are told. */
const entries: Record<WebhookEvent, LeadEventEntry> = {
  'lead.recorded': { kind: 'submitted', submission: 'booking', submissionId: randomUUID(), title: 'Call' },
  'lead.status_changed': {
    ...{ kind: 'status', from: 'new', to: 'lost', because: 'chosen', lostReason: 'budget' },
    note: 'Said in private',
  },
  'booking.confirmed': { kind: 'booked', ...booking, startsAt: starts },
  'booking.moved': { kind: 'rescheduled', ...booking, from: before, to: starts, by: 'staff' },
  'booking.cancelled': { kind: 'cancelled', ...booking, startsAt: starts, by: 'staff', reason: 'Private' },
  'booking.attended': { kind: 'marked', ...booking, startsAt: starts, as: 'attended' },
  'booking.no_show': { kind: 'marked', ...booking, startsAt: starts, as: 'no_show' },
}
const documentSchema = z.object({
  webhooks: z.record(
    z.string(),
    z.object({
      post: z.object({
        requestBody: z.object({
          content: z.object({ 'application/json': z.object({ schema: z.record(z.string(), z.json()) }) }),
        }),
      }),
    }),
  ),
})
let receiver: Awaited<ReturnType<typeof openReceiver>>

beforeAll(async () => {
  env.WEBHOOKS_TO = 'anywhere'
  receiver = await openReceiver()
  const admin = await addStaff({ email: 'ada@firm.example', role: 'admin' })
  await addWebhook(admin, { key: randomUUID(), url: receiver.url, events: webhookEvents })
})
afterAll(async () => {
  env.WEBHOOKS_TO = 'public'
  await receiver.close()
  await db.webhook.deleteMany()
})

test.each(webhookEvents)('%s is sent as the description of the API says', async (event) => {
  const { leadId } = await receiveLead()
  await db.webhookDelivery.deleteMany()
  await db.$transaction((tx) => recordEvent(tx, { leadId, at: now, event: entries[event] }))

  await deliverNext(now)

  const { webhooks } = documentSchema.parse(await description().json())
  const schema = z.fromJSONSchema(webhooks[event]?.post.requestBody.content['application/json'].schema ?? {})
  const body: unknown = JSON.parse(receiver.received.at(-1)?.body ?? '')
  expect(body).toMatchObject({ type: event })
  expect(schema.parse(body)).toEqual(body)
  expect(JSON.stringify(body)).not.toContain('rivate')
})

test('what is nobody’s business outside is not told', async () => {
  const { leadId } = await receiveLead()
  await db.webhookDelivery.deleteMany()
  await db.$transaction((tx) =>
    recordEvent(tx, { leadId, at: now, event: { kind: 'called', words: 'About the budget' } }),
  )

  expect(await db.webhookDelivery.count()).toBe(0)
})
