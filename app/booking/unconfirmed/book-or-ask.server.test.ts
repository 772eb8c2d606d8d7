import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { unsuspicious, type Judgement } from '#app/abuse/judgement.ts'
import { bookSlot } from '#app/booking/book-slot.server.ts'
import { bookingRequestSchema, type BookingRequest } from '#app/booking/booking.ts'
import { addType } from '#app/consultations/consultations-fixture.server.ts'
import { db } from '#app/db.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { renderStored } from '#emails/index.ts'
import { holderUntilConfirmed } from './ask-to-confirm.server.ts'
import { bookOrAsk } from './book-or-ask.server.ts'
import { getUnconfirmed } from './find-unconfirmed.server.ts'

const now = new Date('2026-11-30T06:00:00Z')
const doubtful: Judgement = {
  ...{ outcome: 'held', score: 40, reasons: ['no-form'] },
  ...{ bodyHash: null, ipHash: 'whence' },
}

let type: string
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
  type = (await addType({})).slug
})

test('a doubtful booking holds its time for thirty minutes and makes nothing but a letter that asks', async () => {
  const outcome = await bookOrAsk(request(), { now, judgement: doubtful })

  expect(outcome).toMatchObject({ ok: true, value: { kind: 'asked' } })
  const [{ minutes } = { minutes: 0 }] = await db.$queryRaw<{ minutes: number }[]>`
    SELECT extract(epoch FROM reserved_until - clock_timestamp())::float / 60 AS minutes FROM booking`
  expect(minutes).toBeGreaterThan(28)
  expect(minutes).toBeLessThanOrEqual(30)
  expect(await db.person.count()).toBe(0)
  const letters = await db.letter.findMany()
  expect(letters.map(({ kind }) => kind)).toEqual(['booking-to-confirm'])
  const { text, html } = await renderStored(letters[0] ?? { kind: '', props: {} })
  expect(text + html).not.toMatch(/Ann|Buy now/)
})

test('whoever owns the mailbox confirms it, and it is a booking like any other', async () => {
  const asked = request()
  const outcome = await bookOrAsk(asked, { now, judgement: doubtful })
  if (!outcome.ok || outcome.value.kind !== 'asked') throw new Error('it was to be asked')
  const waiting = await getUnconfirmed('confirm', signLink('confirm', outcome.value.asked))

  const booked = await bookSlot(waiting.request, {
    now,
    heldBy: holderUntilConfirmed(waiting.request),
    held: waiting.held,
  })

  expect(booked).toMatchObject({ ok: true, value: { booking: { status: 'confirmed' } } })
  expect(await db.submission.findMany({ where: { email: asked.email } })).toMatchObject([
    { outcome: 'accepted', ipHash: null },
  ])
  const again = await bookOrAsk(asked, { now, judgement: doubtful })
  expect(again).toMatchObject({ value: { kind: 'booked', booked: { replayed: true } } })
})

test('the page after the form does not open what the mailbox opens', async () => {
  const outcome = await bookOrAsk(request(), { now, judgement: doubtful })
  if (!outcome.ok || outcome.value.kind !== 'asked') throw new Error('it was to be asked')
  const token = signLink('unconfirmed', outcome.value.asked)

  await expect(getUnconfirmed('unconfirmed', token)).resolves.toMatchObject({ isConfirmed: false })
  await expect(getUnconfirmed('confirm', token)).rejects.toMatchObject({ status: 404 })
})

test('the same form sent again gets the same answer, twice at once and when it is trusted by then', async () => {
  const asked = request()

  const answers = await Promise.all([1, 2].map(() => bookOrAsk(asked, { now, judgement: doubtful })))
  const later = await bookOrAsk(asked, { now, judgement: unsuspicious })

  expect(answers[1]).toEqual(answers[0])
  expect(later).toEqual(answers[0])
  expect(await db.booking.count()).toBe(1)
  expect(await db.letter.count()).toBe(1)
})

test('a blocked sender is answered alike, and nothing is held or sent', async () => {
  const judgement: Judgement = { ...doubtful, outcome: 'spam', reasons: ['blocked-sender'] }

  expect(await bookOrAsk(request(), { now, judgement })).toMatchObject({ value: { kind: 'asked' } })

  expect(await db.booking.count()).toBe(0)
  expect(await db.letter.count()).toBe(0)
})

test('a booking that nobody doubts is made at once', async () => {
  const outcome = await bookOrAsk(request(), { now, judgement: unsuspicious })

  expect(outcome).toMatchObject({ value: { kind: 'booked' } })
})

function request(): BookingRequest {
  return bookingRequestSchema.parse({
    type,
    start: '2026-12-01T09:00:00Z',
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email: `ann@${randomUUID()}.example`,
    message: 'Buy now',
    idempotencyKey: randomUUID(),
  })
}
