import { randomUUID } from 'node:crypto'
import { subMinutes } from 'date-fns'
import ICAL from 'ical.js'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { correctEmail } from '#app/booking/after/correct-email.server.ts'
import { bookSlot } from '#app/booking/book-slot.server.ts'
import { bookingRequestSchema } from '#app/booking/booking.ts'
import { cancelBooking } from '#app/booking/cancel-booking.server.ts'
import { isBookingLetterDue } from '#app/booking/letters/announce-booking.server.ts'
import { rescheduleBooking } from '#app/booking/reschedule-booking.server.ts'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { deliverNext } from '#app/mail/deliver.server.ts'
import { openMailbox } from '#app/mail/mailbox.fixture.ts'
import { invitationSchema } from '#app/mail/outbox.server.ts'
import { openTransport } from '#app/mail/transport.server.ts'
import { renderStored } from '#emails/index.ts'
import { changeGuests } from './change-guests.server.ts'

// Three in the afternoon in Kolkata on a Tuesday, and an hour later: both calendars are open.
const now = new Date('2026-11-30T06:00:00Z')
const start = new Date('2026-12-01T09:30:00Z')
const later = new Date('2026-12-01T10:30:00Z')
const [bo, cy] = ['bo@acme.example', 'cy@acme.example']

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

async function book(guests: string) {
  const request = bookingRequestSchema.parse({
    start: start.toISOString(),
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email: 'ann@acme.example',
    company: 'Acme',
    message: 'Read https://brief.example first.',
    guests,
    idempotencyKey: randomUUID(),
  })
  const outcome = await bookSlot(request, { now })
  if (!outcome.ok) throw new Error(`Not booked: ${outcome.reason}`)
  return outcome.value.booking
}

async function change(bookingId: string, guests: string[]) {
  const outcome = await changeGuests({ bookingId, guests }, now)
  if (!outcome.ok) throw new Error(`Not changed: ${outcome.reason}`)
  return outcome.value
}

/** What waits to be sent to an address about a booking. */
function waitingFor(to: string) {
  return db.letter.findMany({ where: { to, state: 'queued' }, orderBy: [{ kind: 'asc' }, { runAt: 'asc' }] })
}

async function isWaiting(to: string) {
  return (await waitingFor(to)).map(({ kind, props }) => {
    const what = Object(props).what
    return what ? `${kind}: ${what}` : kind
  })
}

function attendeesIn(letter: { invitation: unknown } | undefined) {
  const { method, content } = invitationSchema.parse(letter?.invitation)
  const event = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent('vevent')
  const attendees =
    event?.getAllProperties('attendee').map((one) => String(one.getFirstValue()).toLowerCase()) ?? []
  return { method, sequence: event?.getFirstPropertyValue('sequence'), attendees, content }
}

/** As if a worker had sent everything that goes out at once. */
async function sendWhatIsDue() {
  await db.letter.updateMany({
    where: { state: 'queued', kind: { not: { endsWith: '-reminder' } } },
    data: { state: 'sent', sentAt: now },
  })
}

test('each guest gets an invitation and two reminders, and comes to one booking', async () => {
  const booking = await book(`${bo}, ${cy}`)

  expect(booking.guests).toEqual([bo, cy])
  for (const guest of [bo, cy]) {
    expect(await isWaiting(guest)).toEqual(['guest-invitation: invited', 'guest-reminder', 'guest-reminder'])
  }
  expect(await db.letter.count({ where: { to: 'ann@acme.example' } })).toBe(3)
})

test('a guest’s letter and invitation carry of the form only a safe name, and no link that changes the booking', async () => {
  await book(`${bo}, ${cy}`)

  const letters = await waitingFor(bo)
  const texts = await Promise.all(letters.map((letter) => renderStored(letter)))
  const invitation = attendeesIn(letters[0])
  const everything =
    texts.map(({ html, text }) => html + text).join('') + invitation.content.replaceAll('\r\n ', '')
  expect(everything).toContain('Ann Example')
  expect(everything).not.toMatch(/brief\.example|Acme|cy@|ann@|\/manage\/|\/booked\//)
  expect(invitation).toMatchObject({ method: 'REQUEST', attendees: [`mailto:${bo}`] })
})

test('the visitor’s and the host’s calendars show who comes', async () => {
  await book(`${bo}, ${cy}`)

  const [visitors] = await waitingFor('ann@acme.example')
  const [hosts] = await waitingFor('hello@benchline.example')
  const guests = [`mailto:${bo}`, `mailto:${cy}`]
  expect(attendeesIn(visitors).attendees).toEqual(['mailto:ann@acme.example', ...guests])
  expect(attendeesIn(hosts).attendees).toEqual(['mailto:hello@benchline.example', ...guests])
  expect(hosts?.props).toMatchObject({
    answers: expect.arrayContaining([{ label: 'Guests', value: `${bo}, ${cy}` }]),
  })
})

test('who is host or visitor gets no second letter as a guest', async () => {
  const booking = await book(`ann@acme.example, hello@benchline.example, ${bo}`)

  expect(booking.guests).toEqual(['hello@benchline.example', bo])
  expect(await db.letter.count({ where: { kind: 'guest-invitation' } })).toBe(1)
})

test('a move and a cancellation reach the guests, and their old reminders do not', async () => {
  const booking = await book(bo)
  await sendWhatIsDue()

  await rescheduleBooking({ bookingId: booking.id, start: later, by: 'visitor' }, now)
  const moved = await isWaiting(bo)
  await sendWhatIsDue()
  await cancelBooking({ bookingId: booking.id, reason: '', by: 'visitor' }, now)

  expect(moved).toEqual(['guest-invitation: moved', 'guest-reminder', 'guest-reminder'])
  expect(await isWaiting(bo)).toEqual(['guest-invitation: cancelled'])
  expect(attendeesIn((await waitingFor(bo))[0])).toMatchObject({ method: 'CANCEL', sequence: 2 })
})

test('a guest’s reminder is sent to them alone, and not once the meeting was held', async () => {
  const booking = await book(bo)
  const mailbox = await openMailbox()
  const transport = openTransport(mailbox.url)
  toClose.push(transport.close, mailbox.close)
  await db.letter.deleteMany({ where: { kind: { not: 'guest-reminder' } } })
  const dueNow = (hours: number) =>
    db.letter.updateMany({
      where: { dedupeKey: { endsWith: `reminder-${hours}h` } },
      data: { runAt: subMinutes(new Date(), 1), notAfter: null },
    })

  await dueNow(24)
  while ((await deliverNext(transport, { stillDue: isBookingLetterDue })) !== 'nothing');
  await db.booking.update({ where: { id: booking.id }, data: { status: 'attended' } })
  await dueNow(1)
  while ((await deliverNext(transport, { stillDue: isBookingLetterDue })) !== 'nothing');

  expect(mailbox.mails.map(({ parsed }) => parsed.to)).toMatchObject([{ value: [{ address: bo }] }])
})

test('guests may be changed: who is new is invited, who goes is told, who stays hears nothing', async () => {
  const [di, booking] = ['di@acme.example', await book(`${bo}, ${cy}`)]
  await sendWhatIsDue()

  const changed = await change(booking.id, [cy, di])

  expect(changed).toMatchObject({ guests: [cy, di], sequence: 1, icsUid: booking.icsUid })
  expect(await isWaiting(bo)).toEqual(['guest-invitation: uninvited'])
  expect(attendeesIn((await waitingFor(bo))[0]).method).toBe('CANCEL')
  expect(await isWaiting(cy)).toEqual(['guest-reminder', 'guest-reminder'])
  expect(await isWaiting(di)).toEqual(['guest-invitation: invited', 'guest-reminder', 'guest-reminder'])
  expect(await isWaiting('ann@acme.example')).toEqual([
    'booking-guests',
    'booking-reminder',
    'booking-reminder',
  ])
  expect(await isWaiting('hello@benchline.example')).toEqual(['booking-notice: guests'])
  const event = await db.leadEvent.findFirst({ where: { leadId: booking.leadId, kind: 'guests-changed' } })
  expect(event?.detail).toMatchObject({ reference: booking.reference, guests: 2 })
})

test('a guest whose invitation had not gone out when others changed still gets one; one who goes gets none', async () => {
  const booking = await book(`${bo}, ${cy}`)

  await change(booking.id, [cy])

  expect(await isWaiting(bo)).toEqual([])
  expect(await isWaiting(cy)).toEqual(['guest-invitation: invited', 'guest-reminder', 'guest-reminder'])
})

test('what takes a former guest’s meeting off their calendar still goes when the booking changes again', async () => {
  const booking = await book(bo)
  await sendWhatIsDue()
  await change(booking.id, [])

  await rescheduleBooking({ bookingId: booking.id, start: later, by: 'visitor' }, now)

  const [letter] = await waitingFor(bo)
  expect(letter?.props).toMatchObject({ what: 'uninvited' })
  expect(letter && (await isBookingLetterDue(letter))).toBe(true)
})

test('the same guests again change nothing, and after the start nothing can be changed', async () => {
  const booking = await book(`${bo}, ${cy}`)

  expect((await change(booking.id, [cy, bo])).sequence).toBe(0)
  expect(await changeGuests({ bookingId: booking.id, guests: [] }, start)).toEqual({
    ok: false,
    reason: 'not-open',
  })
})

test('guests learn of the new room when the visitor corrects a mistyped address', async () => {
  const booking = await book(bo)
  await sendWhatIsDue()
  await db.booking.update({ where: { id: booking.id }, data: { createdAt: new Date() } })
  const { id: bookingId, linkVersion } = booking

  const outcome = await correctEmail({ bookingId, linkVersion, email: 'ann@right.example' }, now)

  if (!outcome.ok) throw new Error(outcome.reason)
  const [letter] = await waitingFor(bo)
  expect(letter?.props).toMatchObject({ what: 'changed', howToMeet: outcome.value.location })
})

test('the limit of letters to one address counts for guests as well', async () => {
  env.RATE_LIMITS = 'on'
  await db.letter.createMany({
    data: [1, 2, 3].map((number) => ({
      kind: 'requirement-received',
      props: {},
      to: bo,
      dedupeKey: `test:${number}`,
      messageId: `<${number}@benchline.test>`,
    })),
  })

  await book(bo)

  const invitation = await db.letter.findFirstOrThrow({ where: { kind: 'guest-invitation' } })
  expect(invitation.runAt.getTime()).toBeGreaterThan(Date.now())
})
