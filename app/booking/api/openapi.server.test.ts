import { randomUUID } from 'node:crypto'
import { addDays } from 'date-fns'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { addType } from '#app/consultations/consultations-fixture.server.ts'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { paths } from '#app/paths.ts'
import { ask, askTypes, freeStarts, send } from './openapi-fixture.server.ts'
import { loader as description } from './openapi.route.ts'

const shownSchema = z.object({ content: z.object({ 'application/json': z.object({ schema: z.json() }) }) })
const operationSchema = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() })),
  requestBody: shownSchema.optional(),
  responses: z.record(z.string(), z.json()),
})
const listedSchema = z.object({
  slug: z.string(),
  place: z.string(),
  questions: z.array(z.object({ id: z.string(), options: z.array(z.string()) })),
})
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  servers: z.array(z.object({ url: z.url() })),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
})

beforeAll(loadFirstCalendars)
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
})
afterEach(() => {
  env.RATE_LIMITS = 'off'
})

const daysAhead = (days: number) => addDays(new Date(), days).toISOString().slice(0, 10)

async function readDocument() {
  return documentSchema.parse(await description().json())
}

const operations = {
  types: { method: 'get', path: paths.api.types() },
  availability: { method: 'get', path: paths.api.availability() },
  booking: { method: 'post', path: paths.api.bookings() },
}

/** What the description says about one answer, as a schema that checks it. */
async function described(operation: keyof typeof operations, status: number) {
  const document = await readDocument()
  const { method, path } = operations[operation]
  const { responses } = operationSchema.parse(document.paths[path]?.[method])
  return readable(responses[status])
}

function readable(shown: unknown) {
  const { schema } = shownSchema.parse(shown).content['application/json']
  return z.fromJSONSchema(z.record(z.string(), z.json()).parse(schema))
}

test('the description names the site it stands on and every address', async () => {
  const { servers, paths: addresses } = await readDocument()

  expect(servers).toEqual([{ url: 'https://benchline.test' }])
  expect(addresses).toEqual({
    '/api/consultation-types': { get: expect.anything() },
    '/api/availability': { get: expect.anything() },
    '/api/bookings': { post: expect.anything() },
  })
})

test('free times are answered as described, and so is a question that is wrong', async () => {
  const found = await ask({ from: '2026-12-01', to: '2026-12-03', tz: 'Europe/Berlin' })
  const wrong = await ask({ from: '2026-12-01', tz: 'Europe/Berlin', type: 'NO' })

  expect([found.status, wrong.status]).toEqual([200, 422])
  expect((await described('availability', 200)).parse(found.body)).toEqual(found.body)
  expect((await described('availability', 422)).parse(wrong.body)).toEqual(wrong.body)
})

test('what can be booked is answered as described, and what it asks can be answered', async () => {
  const { slug, hosts } = await addType({
    place: 'phone',
    asks: [{ label: 'How big is the team?', kind: 'choice', required: true, options: ['Up to 5', 'More'] }],
  })

  const { status, body } = await askTypes()

  expect(status).toBe(200)
  expect((await described('types', 200)).parse(body)).toEqual(body)
  const listed = z
    .object({ types: z.array(listedSchema) })
    .parse(body)
    .types.find((type) => type.slug === slug)
  expect(listed).toMatchObject({ place: 'phone', questions: [{ options: ['Up to 5', 'More'] }] })
  const [question] = listed?.questions ?? []
  const about = { type: slug, host: hosts[0]?.host.slug, start: `${daysAhead(3)}T09:00:00Z` }
  const missing = await send(about)
  const given = await send({ ...about, phone: '+49 30 1234567', answers: { [question?.id ?? '']: 'More' } })
  expect(missing).toMatchObject({
    status: 422,
    body: {
      error: 'invalid',
      fields: {
        phone: [expect.any(String)],
        [`answers.${question?.id}`]: ['Answer the question “How big is the team?”.'],
      },
    },
  })
  expect(given.status).toBe(201)
})

test('answers that are no texts under ids are refused as described', async () => {
  const answers = [[], 'More', { '1': 'More' }, { __proto__x: 'More' }, { [randomUUID()]: 5 }]

  for (const wrong of answers) {
    const { status, body } = await send({ answers: wrong })
    expect(status).toBe(422)
    expect((await described('booking', 422)).parse(body)).toEqual(body)
  }
})

test('every parameter that is described as required is missed when it is left out', async () => {
  const { paths: addresses } = await readDocument()
  const required = addresses['/api/availability']?.get?.parameters.filter((parameter) => parameter.required)

  const { body } = await ask({})

  expect(body).toEqual({
    error: 'invalid',
    fields: Object.fromEntries((required ?? []).map(({ name }) => [name, expect.anything()])),
  })
  expect(required?.map(({ name }) => name)).toEqual(['from', 'to', 'tz'])
})

test('a booking is answered as described, the first time and again', async () => {
  const [start] = await freeStarts()
  const about = { start, idempotencyKey: randomUUID(), email: 'ann@visitor.example' }

  const first = await send(about)
  const again = await send(about)

  expect([first.status, again.status]).toEqual([201, 200])
  expect((await described('booking', 201)).parse(first.body)).toEqual(first.body)
  expect((await described('booking', 200)).parse(again.body)).toEqual(again.body)
})

test('a time that cannot be had is refused as described, whether taken or never offered', async () => {
  const [start] = await freeStarts()
  await send({ start })

  const taken = await send({ start })
  const past = await send({ start: '2020-01-06T08:00:00Z' })

  expect([taken, past]).toMatchObject([
    { status: 409, body: { error: 'slot-taken' } },
    { status: 409, body: { error: 'slot-refused', reason: 'past' } },
  ])
  const schema = await described('booking', 409)
  expect(schema.parse(taken.body)).toEqual(taken.body)
  expect(schema.parse(past.body)).toEqual(past.body)
})

test('where no type is named the first that visitors are offered is meant, whatever it is called', async () => {
  await addType({ position: -2, hosts: {} })
  const { slug, hosts } = await addType({ position: -1, minutes: 45 })
  const about = { type: undefined, host: hosts[0]?.host.slug, start: `${daysAhead(3)}T09:00:00.000Z` }

  const free = await ask({ from: daysAhead(3), to: daysAhead(3), tz: 'UTC' })
  const booked = await send(about)

  expect(free.body).toMatchObject({
    days: [{ slots: expect.arrayContaining([expect.objectContaining({ start: about.start })]) }],
  })
  expect(booked).toMatchObject({ status: 201, body: { end: `${daysAhead(3)}T09:45:00.000Z` } })
  await db.consultationType.update({ where: { slug }, data: { position: 90 } })
})

test('a type that is retired meanwhile is refused as described, with those that are offered', async () => {
  const { slug } = await addType({ active: false })
  const { slug: deserted } = await addType({ hosts: {} })
  const about = { host: undefined, start: `${daysAhead(3)}T09:00:00Z` }

  const retired = await send({ ...about, type: slug })
  const left = await send({ ...about, type: deserted })
  const never = await send({ ...about, type: 'never-was' })

  expect(retired).toMatchObject({ status: 409, body: { error: 'type-refused', reason: 'retired' } })
  expect(retired.body.types).toContain('consultation')
  expect(retired.body.types).not.toContain(slug)
  expect(left).toMatchObject({ status: 409, body: retired.body })
  expect((await described('booking', 409)).parse(retired.body)).toEqual(retired.body)
  expect(never).toMatchObject({ status: 422, body: { fields: { type: [expect.any(String)] } } })
})

test('a booking that is malformed is refused as described', async () => {
  const wrong = await send({ email: 'nobody', host: 'NO', start: undefined })

  expect(wrong.status).toBe(422)
  expect((await described('booking', 422)).parse(wrong.body)).toEqual(wrong.body)
})

test('what is too much is refused as described, of one address and of one person', async () => {
  env.RATE_LIMITS = 'on'
  const starts = await freeStarts()
  const email = 'busy@visitor.example'
  const person = { ip: '192.0.2.2' }
  await send({ email, start: starts[0] }, person)
  await send({ email, start: starts[2] }, person)

  const third = await send({ email, start: starts[4] }, person)
  for (let number = 0; number < 2; number++) await send({ start: undefined }, person)
  const sixth = await send({}, person)

  expect([third, sixth]).toMatchObject([
    { status: 429, body: { error: 'too-many-open' } },
    { status: 429, body: { error: 'too-many' } },
  ])
  expect(sixth.headers.get('Retry-After')).toMatch(/^\d+$/)
  const schema = await described('booking', 429)
  expect(schema.parse(third.body)).toEqual(third.body)
  expect(schema.parse(sixth.body)).toEqual(sixth.body)
})

test('an answer with a field that nobody described would be found', async () => {
  const schema = await described('booking', 201)
  const { body } = await send({})

  expect(schema.safeParse(body).success).toBe(true)
  expect(schema.safeParse({ ...Object(body), visitorEmail: 'ann@visitor.example' }).success).toBe(false)
  expect(schema.safeParse({ ...Object(body), start: 'tomorrow' }).success).toBe(false)
})

test('the fields described as required are those that are missed, besides the key', async () => {
  const { paths: addresses } = await readDocument()
  const body = addresses['/api/bookings']?.post?.requestBody?.content['application/json'].schema
  const { required, properties } = z
    .object({ required: z.array(z.string()), properties: z.record(z.string(), z.json()) })
    .parse(body)

  const nothing = Object.fromEntries(Object.keys(properties).map((name) => [name, undefined]))
  const missed = await send({ ...nothing, idempotencyKey: randomUUID() })

  expect(missed.body).toEqual({
    error: 'invalid',
    fields: Object.fromEntries(required.map((name) => [name, expect.anything()])),
  })
})
