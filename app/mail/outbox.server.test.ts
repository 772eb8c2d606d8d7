import { randomUUID } from 'node:crypto'
import { milliseconds } from 'date-fns'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { site } from '#app/site.ts'
import { examples } from '#emails/letters.fixture.ts'
import { enqueue, type NewLetter } from './outbox.server.ts'
import { sendAgain } from './send-again.server.ts'

beforeEach(async () => {
  await db.letter.deleteMany()
})

afterEach(() => {
  env.RATE_LIMITS = 'off'
})

function letterTo(address: string, about: Partial<NewLetter<'requirement-received'>> = {}) {
  return {
    kind: 'requirement-received' as const,
    props: examples['requirement-received'],
    to: { name: 'Ann Example', address },
    dedupeKey: `test:${randomUUID()}`,
    ...about,
  }
}

async function write(address: string, about?: Partial<NewLetter<'requirement-received'>>) {
  const letter = letterTo(address, about)
  await db.$transaction((tx) => enqueue(tx, letter))
  return db.letter.findUniqueOrThrow({ where: { dedupeKey: letter.dedupeKey } })
}

test('a letter waits, with a Message-ID of its own that names our site', async () => {
  const letter = await write('ann@visitor.example')

  expect(letter).toMatchObject({ state: 'queued', attempts: 0, to: 'ann@visitor.example' })
  expect(letter.messageId).toBe(`<${letter.id}@benchline.test>`)
})

test('a letter is kept only when what it announces is', async () => {
  const failing = db.$transaction(async (tx) => {
    await enqueue(tx, letterTo('ann@visitor.example'))
    throw new Error('the booking failed')
  })

  await expect(failing).rejects.toThrow('the booking failed')
  expect(await db.letter.count()).toBe(0)
})

test('one cause makes one letter, however often it is announced', async () => {
  await write('ann@visitor.example', { dedupeKey: 'booking:1:0:confirmed:visitor' })
  await write('ann@visitor.example', { dedupeKey: 'booking:1:0:confirmed:visitor' })

  expect(await db.letter.count()).toBe(1)
})

test('a letter that is told too little is refused when it is written, not when it is sent', async () => {
  const props = { ...examples['requirement-received'], reference: undefined as unknown as string }

  await expect(write('ann@visitor.example', { props })).rejects.toThrow(/reference/)
})

test('a name that carries a message is neither greeted nor put beside the address', async () => {
  const name = 'URGENT visit evil.example'
  const props = { ...examples['requirement-received'], name }

  const letter = await write('ann@visitor.example', { props, to: { name, address: 'ann@visitor.example' } })

  expect(letter.toName).toBe('')
  expect(letter.props).toMatchObject({ name: 'there' })
})

test('the fourth letter to one address within an hour waits for its turn', async () => {
  env.RATE_LIMITS = 'on'
  const first = await write('ann@visitor.example')
  await write('ANN@visitor.example')
  await write('ann@Visitor.example')

  const fourth = await write('ann@visitor.example')

  const waits = fourth.runAt.getTime() - first.runAt.getTime()
  expect(fourth.state).toBe('queued')
  expect(waits).toBe(milliseconds({ hours: 1 }))
})

test('the eleventh letter to one address waits until the first is a day old', async () => {
  env.RATE_LIMITS = 'on'
  const first = await write('ann@visitor.example')
  for (let number = 1; number < 10; number++) await write('ann@visitor.example')

  const eleventh = await write('ann@visitor.example')

  expect(eleventh.state).toBe('queued')
  expect(eleventh.runAt.getTime() - first.runAt.getTime()).toBe(milliseconds({ days: 1 }))
})

test('two letters at the same moment do not both take the last place', async () => {
  env.RATE_LIMITS = 'on'
  await write('ann@visitor.example')
  await write('ann@visitor.example')

  const both = await Promise.all([write('ann@visitor.example'), write('ann@visitor.example')])

  const waiting = both.filter((letter) => letter.runAt.getTime() > Date.now() + milliseconds({ minutes: 30 }))
  expect(waiting).toHaveLength(1)
})

test('the office and the staff get every notice at once', async () => {
  env.RATE_LIMITS = 'on'
  await db.staff.create({ data: { name: 'Dev', email: 'dev@firm.example', timeZone: 'Asia/Kolkata' } })
  for (let number = 0; number < 3; number++) {
    await write(site.email)
    await write('dev@firm.example')
  }

  const latest = [await write(site.email), await write('dev@firm.example')]

  const now = Date.now()
  expect(latest.filter((letter) => letter.runAt.getTime() > now + 1000)).toEqual([])
})

test('a letter sent again is a new one, and the first keeps its history', async () => {
  const first = await write('ann@visitor.example')
  await db.letter.update({ where: { id: first.id }, data: { state: 'bounced', lastError: 'No such user' } })

  const copyId = await db.$transaction((tx) => sendAgain(tx, first.id, new Date()))

  const copy = await db.letter.findUniqueOrThrow({ where: { id: copyId ?? '' } })
  expect(copy).toMatchObject({ state: 'queued', kind: first.kind, to: first.to, props: first.props })
  expect(copy.messageId).not.toBe(first.messageId)
  expect(await db.letter.findUnique({ where: { id: first.id } })).toMatchObject({ state: 'bounced' })
})

test('a letter that does not exist cannot be sent again', async () => {
  const copyId = await db.$transaction((tx) => sendAgain(tx, randomUUID(), new Date()))

  expect(copyId).toBeNull()
})
