import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { db } from '#app/db.server.ts'
import { freeStarts, send } from './openapi-fixture.server.ts'

beforeAll(loadFirstCalendars)
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
})

test('a key in the header does as well as one in the body', async () => {
  const [start] = await freeStarts()
  const key = randomUUID()
  const about = { start, email: 'ann@visitor.example' }

  const first = await send({ ...about, idempotencyKey: undefined }, { headers: { 'Idempotency-Key': key } })
  const quoted = await send({ ...about, idempotencyKey: key }, { headers: { 'Idempotency-Key': `"${key}"` } })
  const inBody = await send({ ...about, idempotencyKey: key })

  expect([first.status, quoted.status, inBody.status]).toEqual([201, 200, 200])
  expect(await db.booking.count()).toBe(1)
})

test('a header and a body with two keys are refused, and nothing is booked', async () => {
  const answer = await send({}, { headers: { 'Idempotency-Key': randomUUID() } })

  expect(answer.status).toBe(422)
  expect(answer.body).toEqual({ error: 'invalid', fields: { idempotencyKey: [expect.any(String)] } })
  expect(await db.booking.count()).toBe(0)
})

test('a key that is too short is refused in the header as in the body', async () => {
  const answer = await send({ idempotencyKey: undefined }, { headers: { 'Idempotency-Key': 'short' } })

  expect(answer).toMatchObject({ status: 422, body: { fields: { idempotencyKey: [expect.any(String)] } } })
})
