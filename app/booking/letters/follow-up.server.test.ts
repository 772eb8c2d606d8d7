import { addDays, addHours, addMinutes, subMinutes } from 'date-fns'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { book, noon, staffTheDesk, type Desk } from '#app/booking/desk/desk-fixture.server.ts'
import { markBooking, type Mark } from '#app/booking/desk/mark-booking.server.ts'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { db } from '#app/db.server.ts'
import { deliverNext } from '#app/mail/deliver.server.ts'
import { openMailbox } from '#app/mail/mailbox.fixture.ts'
import { openTransport } from '#app/mail/transport.server.ts'
import { isBookingLetterDue } from './announce-booking.server.ts'

const afterwards = addHours(noon, 1)
const toClose: Array<() => void | Promise<void>> = []
let desk: Desk

beforeAll(async () => {
  desk = await staffTheDesk()
})
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
  await db.consultationType.updateMany({ data: { followUp: true } })
})
afterEach(async () => {
  for (const close of toClose.splice(0)) await close()
})

async function mark({ id, reference }: MadeBooking, as: Mark, at = afterwards) {
  const { status, sequence } = await db.booking.findUniqueOrThrow({ where: { id } })
  const outcome = await markBooking(desk.manager, { reference, status, sequence }, { as }, at)
  if (!outcome.ok) throw new Error(outcome.reason)
}

function planned() {
  return db.letter.findMany({ where: { kind: 'booking-follow-up' }, orderBy: { createdAt: 'asc' } })
}

/** Brings about the turn of the letters after meetings, and lets a worker send what is due to a real mail server. */
async function sendThose() {
  const mailbox = await openMailbox()
  const transport = openTransport(mailbox.url)
  toClose.push(transport.close, mailbox.close)
  const [runAt, notAfter] = [subMinutes(new Date(), 1), addMinutes(new Date(), 1)]
  await db.letter.updateMany({ where: { state: 'queued' }, data: { runAt: addDays(runAt, 9) } })
  await db.letter.updateMany({
    where: { state: 'queued', kind: 'booking-follow-up' },
    data: { runAt, notAfter },
  })
  while ((await deliverNext(transport, { stillDue: isBookingLetterDue })) !== 'nothing');
  return mailbox.mails.map(({ parsed }) => parsed)
}

test('a visitor who came is thanked an hour after staff say so', async () => {
  const booking = await book()

  await mark(booking, 'attended')

  expect(await planned()).toMatchObject([
    { to: booking.visitorEmail, runAt: addHours(afterwards, 1), notAfter: addDays(booking.endsAt, 3) },
  ])
  const [mail] = await sendThose()
  expect(mail?.subject).toBe('Thank you for talking with Benchline')
  expect(mail?.text).toContain('https://benchline.test/start')
})

test('a visitor who did not come is offered another time', async () => {
  const booking = await book()

  await mark(booking, 'no_show')

  const [mail] = await sendThose()
  expect(mail?.subject).toBe('We missed you: Tuesday 1 December 2026, 07:30 (Berlin time)')
  expect(mail?.text).toContain('https://benchline.test/book/consultation?tz=Europe%2FBerlin')
})

test('a meeting that is marked while it runs is written about after it', async () => {
  const booking = await book()

  await mark(booking, 'attended', noon)

  expect((await planned())[0]?.runAt.getTime()).toBeGreaterThanOrEqual(booking.endsAt.getTime())
})

test('what is corrected before its turn goes by what is said then', async () => {
  const booking = await book()
  await mark(booking, 'no_show')

  await mark(booking, 'attended', addMinutes(afterwards, 20))

  expect((await sendThose()).map(({ subject }) => subject)).toEqual(['Thank you for talking with Benchline'])
})

test('once a letter after the meeting went out, a correction brings no second one', async () => {
  const booking = await book()
  await mark(booking, 'attended')
  await sendThose()

  await mark(booking, 'no_show', addHours(afterwards, 2))

  expect(await planned()).toMatchObject([{ state: 'sent' }])
})

test('a meeting marked days later, and a type that is switched off, bring no letter', async () => {
  const [old, other] = [await book(), await book({ start: addHours(noon, 1) })]
  await mark(old, 'attended', addDays(noon, 4))
  await db.consultationType.updateMany({ data: { followUp: false } })

  await mark(other, 'attended', addHours(noon, 3))

  expect(await planned()).toEqual([])
})

test('a type that is switched off before the turn of the letter brings none', async () => {
  await mark(await book(), 'attended')
  await db.consultationType.updateMany({ data: { followUp: false } })

  expect(await sendThose()).toEqual([])
  expect(await planned()).toMatchObject([{ state: 'skipped' }])
})

test('nobody is written to after a meeting that was cancelled', async () => {
  const booking = await book()
  await mark(booking, 'attended')
  await db.booking.update({
    where: { id: booking.id },
    data: { status: 'cancelled', cancelledAt: afterwards, cancelledBy: 'staff' },
  })

  expect(await sendThose()).toEqual([])
})
