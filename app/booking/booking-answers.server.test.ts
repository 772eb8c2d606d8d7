import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { addType } from '#app/consultations/consultations-fixture.server.ts'
import { db } from '#app/db.server.ts'
import { invitationSchema } from '#app/mail/outbox.server.ts'
import { renderStored } from '#emails/index.ts'
import { bookSlot } from './book-slot.server.ts'
import { bookingRequestSchema } from './booking.ts'

const now = new Date('2026-11-30T06:00:00Z')
const start = '2026-12-01T09:00:00Z'

const teamSize = { label: 'How big is the team?', kind: 'choice' as const, options: ['Up to 5', 'More'] }
const goal = { label: 'What should change?', kind: 'paragraph', required: true } as const

beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
})

function book(type: string, about: Record<string, unknown>) {
  const request = bookingRequestSchema.parse({
    type,
    start,
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email: 'ann@visitor.example',
    idempotencyKey: randomUUID(),
    ...about,
  })
  return bookSlot(request, { now })
}

async function bookAnswered() {
  const type = await addType({ asks: [teamSize, goal] })
  const [size, change] = type.questions.map(({ id }) => id)
  const answers = { [size ?? '']: 'More', [change ?? '']: 'Releases every day,\nnot every month.' }
  return { type, answers, outcome: await book(type.slug, { answers }) }
}

describe('answers', () => {
  test('are kept with the words of their questions, whatever becomes of these', async () => {
    const { type } = await bookAnswered()
    await db.question.deleteMany({ where: { typeId: type.id } })

    const booking = await db.booking.findFirstOrThrow({
      include: { lead: { include: { submissions: true } } },
    })
    const kept = [
      { question: 'How big is the team?', answer: 'More' },
      { question: 'What should change?', answer: 'Releases every day,\nnot every month.' },
    ]
    expect(booking.answers).toEqual(kept)
    expect(booking.lead?.submissions[0]?.payload).toMatchObject({ answers: kept })
  })

  test('are in the host’s letter and calendar, and in nothing that goes to the visitor’s address', async () => {
    await bookAnswered()

    const [toHost = '', ...others] = await everythingSent()
    expect(toHost).toContain('Releases every day')
    expect(toHost).toContain('How big is the team?: More')
    expect(others).toHaveLength(3)
    expect(others.join()).not.toMatch(/Releases|How big/)
  })

  test('that are missing, wrong or too long are refused at their fields, and nothing is booked', async () => {
    const type = await addType({ asks: [teamSize, goal] })
    const [size = '', change = ''] = type.questions.map(({ id }) => id)

    const missing = await book(type.slug, {})
    const wrong = await book(type.slug, { answers: { [size]: 'Twelve', [change]: 'x'.repeat(2001) } })

    expect(missing).toEqual({
      ok: false,
      reason: 'details',
      errors: { [`answers.${change}`]: ['Answer the question “What should change?”.'] },
    })
    expect(wrong).toEqual({
      ok: false,
      reason: 'details',
      errors: {
        [`answers.${size}`]: ['Choose one of the answers that are offered.'],
        [`answers.${change}`]: ['Use 2000 characters or fewer.'],
      },
    })
    expect(await db.booking.count()).toBe(0)
  })

  test('to a question that was taken away meanwhile come back with an explanation', async () => {
    const type = await addType({ asks: [teamSize] })
    const [size = ''] = type.questions.map(({ id }) => id)
    await db.question.delete({ where: { id: size } })

    const outcome = await book(type.slug, { answers: { [size]: 'More' } })

    expect(outcome).toMatchObject({
      reason: 'details',
      errors: { [`answers.${size}`]: [expect.stringContaining('“More”')] },
    })
  })

  test('are part of the request: the same key with other ones is refused, with the same ones replayed', async () => {
    const type = await addType({ asks: [teamSize] })
    const [size = ''] = type.questions.map(({ id }) => id)
    const idempotencyKey = randomUUID()
    await book(type.slug, { idempotencyKey, answers: { [size]: 'More' } })

    const again = await book(type.slug, { idempotencyKey, answers: { [size]: 'More' } })
    const other = await book(type.slug, { idempotencyKey, answers: { [size]: 'Up to 5' } })

    expect(again).toMatchObject({ ok: true, value: { replayed: true } })
    expect(other).toEqual({ ok: false, reason: 'key-reused' })
  })

  test('sent again get the first booking, even after the question is gone', async () => {
    const { type, answers, outcome } = await bookAnswered()
    if (!outcome.ok) throw new Error(outcome.reason)
    const { idempotencyKey } = outcome.value.booking
    await db.question.deleteMany({ where: { typeId: type.id } })

    const again = await book(type.slug, { idempotencyKey, answers })

    expect(again).toMatchObject({ ok: true, value: { replayed: true } })
  })
})

describe('the place of a type', () => {
  test('by telephone needs a number, which the visitor’s letter does not repeat', async () => {
    const { slug } = await addType({ place: 'phone' })

    const without = await book(slug, {})
    const booked = await book(slug, { phone: '+49 30 1234567' })

    expect(without).toMatchObject({
      reason: 'details',
      errors: { phone: ['Enter the telephone number that we should call.'] },
    })
    expect(booked).toMatchObject({ value: { booking: { location: 'We call you on +49 30 1234567' } } })
    const text = await textTo('ann@visitor.example')
    expect(text).toContain('We call you on the number that you gave us.')
    expect(text).not.toContain('1234567')
  })

  test('at an address is told to the visitor', async () => {
    const { slug } = await addType({ place: 'address', placeDetail: 'MG Road 1, Bengaluru' })

    await book(slug, {})

    expect(await textTo('ann@visitor.example')).toContain('MG Road 1, Bengaluru')
  })

  test('by video gives each booking a room of its own', async () => {
    const { slug } = await addType({ place: 'video', placeDetail: 'https://meet.example/{id}' })

    await book(slug, {})
    await book(slug, { start: '2026-12-01T10:00:00Z' })

    const rooms = (await db.booking.findMany()).map(({ location }) => location)
    expect(new Set(rooms).size).toBe(2)
    for (const room of rooms) expect(room).toMatch(/^https:\/\/meet\.example\/[\da-f]{18}$/)
  })
})

/** Each letter with its invitation, the host's first. */
async function everythingSent(): Promise<string[]> {
  const letters = await db.letter.findMany()
  const isForHost = ({ kind }: { kind: string }) => kind === 'booking-notice'
  const inOrder = [...letters.filter(isForHost), ...letters.filter((letter) => !isForHost(letter))]
  return Promise.all(
    inOrder.map(async (letter) => {
      const { subject, html, text } = await renderStored(letter)
      const file = letter.invitation ? invitationSchema.parse(letter.invitation).content : ''
      return [subject, html, text, file.replaceAll('\r\n ', '')].join('\n')
    }),
  )
}

async function textTo(to: string): Promise<string> {
  const letter = await db.letter.findFirstOrThrow({ where: { to, kind: 'booking-confirmed' } })
  return (await renderStored(letter)).text
}
