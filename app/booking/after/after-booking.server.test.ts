import { randomUUID } from 'node:crypto'
import { addDays, addHours, subMinutes } from 'date-fns'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { cancelBooking } from '#app/booking/cancel-booking.server.ts'
import { bookSlot } from '#app/booking/book-slot.server.ts'
import { bookingRequestSchema } from '#app/booking/booking.ts'
import { getBookingByToken } from '#app/booking/find-booking.server.ts'
import { asMade, madeBooking } from '#app/booking/made-booking.server.ts'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { db } from '#app/db.server.ts'
import { receiveLead } from '#app/leads/leads-fixture.server.ts'
import { signLink } from '#app/ops/signed-link.server.ts'
import { correctEmail } from './correct-email.server.ts'
import { sendLinks } from './send-links.server.ts'

// The database's clock decides how fresh a booking is, so these are made and read now.
const now = new Date()

beforeAll(async () => {
  await loadFirstCalendars()
  const midnights = { from: '00:00', until: '24:00' }
  await db.weeklyHours.deleteMany()
  const schedules = await db.schedule.findMany()
  await db.weeklyHours.createMany({
    data: schedules.flatMap(({ id }) =>
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ scheduleId: id, weekday, ...midnights })),
    ),
  })
})
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
})

test('the right address gets the confirmation, and every link that went to the wrong one dies', async () => {
  const [wrong, right] = addresses()
  const booking = await book(wrong)
  const [dead] = [signLink('booking', booking)]

  const outcome = await correct(booking, right)

  if (!outcome.ok) throw new Error(outcome.reason)
  await expect(getBookingByToken(dead)).rejects.toMatchObject({ status: 404 })
  expect((await getBookingByToken(signLink('booking', outcome.value))).visitorEmail).toBe(right)
  expect(outcome.value.location).not.toBe(booking.location)
  const letters = await db.letter.findMany({ where: { bookingId: booking.id } })
  const toWrong = letters.filter(({ to }) => to === wrong)
  expect(toWrong.map(({ kind }) => kind)).toContain('booking-confirmed')
  expect(toWrong.every(({ state }) => state === 'skipped')).toBe(true)
  expect(toWrong.map(({ kind }) => kind)).not.toContain('booking-cancelled')
  expect(
    letters.filter(({ to, state }) => to === right && state === 'queued').map(({ kind }) => kind),
  ).toContain('booking-confirmed')
  const events = await db.leadEvent.findMany({ where: { leadId: booking.leadId }, orderBy: { id: 'asc' } })
  expect(events.at(-1)).toMatchObject({ kind: 'address-corrected', detail: { from: wrong, to: right } })
})

test('whoever this booking made is corrected; nobody who is known is changed, merged or told of', async () => {
  const [wrong, right] = addresses()
  const fresh = await book(wrong)
  await correct(fresh, right)
  expect(await db.personEmail.findMany({ where: { personId: fresh.personId } })).toMatchObject([
    { email: right },
  ])
  expect(await db.suggestion.count({ where: { leadId: fresh.leadId } })).toBe(0)

  const [mistyped, known] = addresses()
  const { personId } = await receiveLead({ email: known })
  const other = await book(mistyped)
  const outcome = await correct(other, known)
  expect(outcome).toMatchObject({ ok: true, value: { visitorEmail: known, personId: other.personId } })
  expect(await db.personEmail.findUnique({ where: { email: known } })).toMatchObject({ personId })
  expect(await db.personEmail.findUnique({ where: { email: mistyped } })).toMatchObject({
    personId: other.personId,
  })
  expect(await db.suggestion.findMany({ where: { leadId: other.leadId } })).toMatchObject([
    { field: 'email', value: known },
  ])
})

test('a person who was known under the mistyped address keeps it', async () => {
  const [known, right] = addresses()
  await receiveLead({ email: known, at: now })
  const booking = await book(known)

  await correct(booking, right)

  expect(await db.personEmail.count({ where: { email: known } })).toBe(1)
  expect(await db.personEmail.count({ where: { email: right } })).toBe(0)
  expect(await db.suggestion.count({ where: { leadId: booking.leadId, value: right } })).toBe(1)
})

test('after 15 minutes it is too late, and a page opened before a correction changes nothing', async () => {
  const booking = await book(addresses()[0])
  await correct(booking, addresses()[1])
  expect(await correct(booking, addresses()[1])).toEqual({ ok: false, reason: 'too-late' })

  const old = await book(addresses()[0])
  await db.booking.update({ where: { id: old.id }, data: { createdAt: subMinutes(now, 16) } })
  expect(await correct(old, addresses()[1])).toEqual({ ok: false, reason: 'too-late' })
})

test('four corrections are one too many', async () => {
  let booking = await book(addresses()[0])
  for (let i = 0; i < 3; i++) {
    const outcome = await correct(booking, addresses()[1])
    if (!outcome.ok) throw new Error(outcome.reason)
    booking = outcome.value
  }
  expect(await correct(booking, addresses()[1])).toEqual({ ok: false, reason: 'too-often' })
})

test('links go to an address that has something, once in an hour; one that has nothing leaves no trace', async () => {
  const [known, unknown] = addresses()
  const booking = await book(known)
  await receiveLead({ email: known, at: now })

  await Promise.all([sendLinks(known, now), sendLinks(known, now)])
  await sendLinks(unknown, now)

  const letters = await db.letter.findMany({ where: { kind: 'your-links' } })
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({ to: known, props: { bookings: [{ reference: booking.reference }] } })
  expect(letters[0]?.props).toMatchObject({ requests: [{ reference: expect.stringMatching(/^R-/) }] })
  expect(await db.letter.count({ where: { to: unknown } })).toBe(0)
})

test('what is cancelled or over is in no letter', async () => {
  const [held, cancelled] = addresses()
  const booking = await book(held)
  const { id } = await book(cancelled)
  await cancelBooking({ bookingId: id, reason: '', by: 'visitor' }, now)
  await db.letter.deleteMany()

  await sendLinks(held, addHours(booking.endsAt, 1))
  await sendLinks(cancelled, now)

  expect(await db.letter.count()).toBe(0)
})

let booked = 0

async function book(email: string) {
  booked += 1
  const start = new Date(Math.ceil(addDays(now, 3).getTime() / 3_600_000) * 3_600_000 + booked * 3_600_000)
  const request = bookingRequestSchema.parse({
    ...{
      type: 'consultation',
      host: 'hiring-consultant',
      start: start.toISOString(),
      timeZone: 'Europe/Berlin',
    },
    ...{ name: 'Ann Example', email, idempotencyKey: randomUUID() },
  })
  const outcome = await bookSlot(request, { now, staff: { id: (await staffId()).id, anyway: 'grid' } })
  if (!outcome.ok) throw new Error(outcome.reason)
  const { id } = outcome.value.booking
  return asMade(await db.booking.findUniqueOrThrow({ where: { id }, include: madeBooking }))
}

function staffId() {
  const email = 'asha@firm.example'
  return db.staff.upsert({
    where: { email },
    update: {},
    create: { name: 'Asha', email, timeZone: 'UTC' },
  })
}

function correct(booking: { id: string; linkVersion: number }, email: string) {
  return correctEmail({ bookingId: booking.id, linkVersion: booking.linkVersion, email }, now)
}

function addresses(): [string, string] {
  const id = randomUUID().slice(0, 8)
  return [`ann@wrong-${id}.example`, `ann@right-${id}.example`]
}
