import { randomUUID } from 'node:crypto'
import { addMinutes, subHours, subMinutes } from 'date-fns'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { bookSlot } from '#app/booking/book-slot.server.ts'
import { bookingRequestSchema } from '#app/booking/booking.ts'
import { cancelBooking } from '#app/booking/cancel-booking.server.ts'
import { rescheduleBooking } from '#app/booking/reschedule-booking.server.ts'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { deliverNext } from '#app/mail/deliver.server.ts'
import { openMailbox } from '#app/mail/mailbox.fixture.ts'
import { openTransport } from '#app/mail/transport.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import { isBookingLetterDue } from './announce-booking.server.ts'

// Noon and three in the afternoon in Kolkata on a Tuesday: both calendars are open.
const now = new Date('2026-11-30T06:00:00Z')
const noon = new Date('2026-12-01T06:30:00Z')
const afternoon = new Date('2026-12-01T09:30:00Z')

const toClose: Array<() => void | Promise<void>> = []

beforeAll(loadFirstCalendars)
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
})
afterEach(async () => {
  env.RATE_LIMITS = 'off'
  for (const close of toClose.splice(0)) await close()
})

async function book(start = afternoon, when = now, email = `ann@${randomUUID().slice(0, 8)}.example`) {
  const request = bookingRequestSchema.parse({
    start: start.toISOString(),
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email,
    message: 'Read https://brief.example first.',
    idempotencyKey: randomUUID(),
  })
  const outcome = await bookSlot(request, { now: when })
  if (!outcome.ok) throw new Error(`Not booked: ${outcome.reason}`)
  return outcome.value.booking
}

function reminders(bookingId: string) {
  return db.letter.findMany({ where: { bookingId, kind: 'booking-reminder' }, orderBy: { runAt: 'asc' } })
}

/** Brings about the turn of these letters alone, and lets a worker send what is due to a real mail server. */
async function sendThose(where: Prisma.LetterWhereInput, about: { notAfter?: Date } = {}) {
  const mailbox = await openMailbox()
  const transport = openTransport(mailbox.url)
  toClose.push(transport.close, mailbox.close)
  await db.letter.deleteMany({ where: { state: 'queued', NOT: where } })
  await db.letter.updateMany({ where, data: { runAt: subMinutes(new Date(), 1), ...about } })
  while ((await deliverNext(transport, { stillDue: isBookingLetterDue })) !== 'nothing');
  return mailbox.mails.map(({ parsed }) => parsed)
}

test('a booking plans a reminder for a day and one for an hour before it starts', async () => {
  const booking = await book()

  expect(await reminders(booking.id)).toMatchObject([
    {
      dedupeKey: `booking:${booking.id}:0:reminder-24h`,
      state: 'queued',
      to: booking.visitorEmail,
      leadId: booking.leadId,
      runAt: subHours(afternoon, 24),
      notAfter: subMinutes(afternoon, 10),
    },
    {
      dedupeKey: `booking:${booking.id}:0:reminder-1h`,
      runAt: subHours(afternoon, 1),
      notAfter: subMinutes(afternoon, 10),
    },
  ])
})

test('a time that is less than a day away is only reminded of an hour before', async () => {
  const booking = await book(noon, addMinutes(subHours(noon, 24), 1))

  expect(await reminders(booking.id)).toMatchObject([{ runAt: subHours(noon, 1) }])
})

test('a time that is less than an hour away is not reminded of', async () => {
  await db.consultationType.updateMany({ data: { noticeMinutes: 0 } })

  const booking = await book(noon, subMinutes(noon, 59))

  await db.consultationType.updateMany({ data: { noticeMinutes: 240 } })
  expect(await reminders(booking.id)).toEqual([])
})

test('a reminder reaches the visitor alone, with the time, the place and nothing they typed', async () => {
  const booking = await book()

  const mails = await sendThose({ dedupeKey: { endsWith: 'reminder-1h' } })

  expect(mails.map(({ subject }) => subject)).toEqual([
    'Reminder: Tuesday 1 December 2026, 10:30 (Berlin time)',
  ])
  expect(mails[0]?.to).toMatchObject({ value: [{ address: booking.visitorEmail }] })
  expect(mails[0]?.text).toContain(booking.location)
  expect(mails[0]?.text).not.toContain('brief.example')
})

test('after a cancellation no reminder goes out', async () => {
  const booking = await book()
  await cancelBooking({ bookingId: booking.id, reason: '', by: 'visitor' }, now)

  const mails = await sendThose({ kind: 'booking-reminder' })

  expect(mails).toEqual([])
  expect(await reminders(booking.id)).toMatchObject([
    { state: 'skipped', lastError: 'Not sent: the consultation was cancelled.' },
    { state: 'skipped', lastError: 'Not sent: the consultation was cancelled.' },
  ])
})

test('after a move only the new time is reminded of', async () => {
  const booking = await book(noon)
  await rescheduleBooking({ bookingId: booking.id, start: afternoon, by: 'visitor' }, now)

  const mails = await sendThose({ dedupeKey: { endsWith: 'reminder-1h' } })

  expect(mails.map(({ subject }) => subject)).toEqual([
    'Reminder: Tuesday 1 December 2026, 10:30 (Berlin time)',
  ])
  const skipped = (await reminders(booking.id)).filter(({ state }) => state === 'skipped')
  expect(skipped.map(({ dedupeKey }) => dedupeKey).sort()).toEqual([
    `booking:${booking.id}:0:reminder-1h`,
    `booking:${booking.id}:0:reminder-24h`,
  ])
})

test('a reminder that a worker already holds is given up when the booking has changed', async () => {
  const booking = await book()
  await db.booking.update({ where: { id: booking.id }, data: { sequence: { increment: 1 } } })

  const mails = await sendThose({ kind: 'booking-reminder' })

  expect(mails).toEqual([])
  expect((await reminders(booking.id)).map(({ state }) => state)).toEqual(['skipped', 'skipped'])
})

test('a consultation that was held is not reminded of', async () => {
  const booking = await book()
  await db.booking.update({ where: { id: booking.id }, data: { status: 'attended' } })

  expect(await sendThose({ kind: 'booking-reminder' })).toEqual([])
})

test('a reminder that comes less than ten minutes before the start is not sent', async () => {
  const booking = await book()

  const mails = await sendThose({ kind: 'booking-reminder' }, { notAfter: subMinutes(new Date(), 1) })

  expect(mails).toEqual([])
  expect((await reminders(booking.id)).map(({ state, lastError }) => [state, lastError])).toEqual([
    ['skipped', 'Not sent: it came too late to be of use.'],
    ['skipped', 'Not sent: it came too late to be of use.'],
  ])
})

test('reminders to come take no room from the letters of today', async () => {
  env.RATE_LIMITS = 'on'
  const email = 'busy@visitor.example'
  const booking = await book(afternoon, now, email)
  const rows = Array.from({ length: 10 }, (_, number) => ({
    kind: 'booking-reminder',
    props: {},
    to: email,
    runAt: addMinutes(new Date(), 30),
    dedupeKey: `test:${number}`,
    messageId: `<${number}@benchline.test>`,
  }))
  await db.letter.createMany({ data: rows })

  await cancelBooking({ bookingId: booking.id, reason: '', by: 'visitor' }, now)

  const cancelled = await db.letter.findFirstOrThrow({ where: { kind: 'booking-cancelled' } })
  expect(cancelled.state).toBe('queued')
  expect(cancelled.runAt.getTime()).toBeLessThanOrEqual(Date.now())
})
