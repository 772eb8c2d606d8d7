import { randomUUID } from 'node:crypto'
import { addMinutes } from 'date-fns'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { asMade, madeBooking } from '#app/booking/made-booking.server.ts'
import { db } from '#app/db.server.ts'
import { bookWith, receiveLead } from '#app/leads/leads-fixture.server.ts'
import { invitationSchema } from '#app/mail/outbox.server.ts'
import { publicIdIn, verifyLink } from '#app/ops/signed-link.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import { site } from '#app/site.ts'
import { renderStored } from '#emails/index.ts'
import {
  type Announcement,
  announceBooking,
  invitationFile,
  isBookingLetterDue,
} from './announce-booking.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
const startsAt = new Date('2026-12-01T13:30:00Z')
const message = 'Read https://brief.example first, please.'

/** A booking of Ann's in Berlin, whose host is Dev in Kolkata. */
async function aBooking(about: Prisma.BookingUpdateInput = {}) {
  const dev = await db.staff.create({
    data: { name: 'Dev Rao', email: `${randomUUID()}@firm.example`, timeZone: 'Asia/Kolkata' },
  })
  const { id } = await bookWith(dev.id, await receiveLead(), startsAt)
  const publicId = randomUUID().replaceAll('-', '').slice(0, 22)
  const row = await db.booking.update({
    where: { id },
    data: {
      publicId,
      visitorName: 'Ann Example',
      company: 'Acme',
      phone: '+49 30 1234567',
      message,
      ...about,
    },
    include: madeBooking,
  })
  return asMade(row)
}

type Booking = Awaited<ReturnType<typeof aBooking>>

async function announce(booking: Booking, what: Announcement, about: { previousStart?: Date } = {}) {
  await db.$transaction((tx) => announceBooking(tx, booking, what, { now, by: 'visitor', ...about }))
  return lettersAbout(booking)
}

async function lettersAbout(booking: Booking) {
  const letters = await db.letter.findMany({
    where: { bookingId: booking.id, dedupeKey: { startsWith: `booking:${booking.id}:${booking.sequence}:` } },
  })
  const find = (reader: string) => {
    const letter = letters.find(({ dedupeKey }) => dedupeKey.endsWith(reader))
    if (!letter) throw new Error(`there is no letter to the ${reader}`)
    return letter
  }
  return { visitors: find('visitor'), hosts: find('host') }
}

function readInvitation(letter: { invitation: unknown }) {
  const { method, content } = invitationSchema.parse(letter.invitation)
  const calendar = new ICAL.Component(ICAL.parse(content))
  const event = calendar.getFirstSubcomponent('vevent')
  const value = (name: string) => String(event?.getFirstPropertyValue(name))
  return { method, inBody: calendar.getFirstPropertyValue('method'), value, content }
}

async function move(booking: Booking, to: Date) {
  const row = await db.booking.update({
    where: { id: booking.id },
    data: {
      ...{ startsAt: to, endsAt: addMinutes(to, 30), blockedFrom: to, blockedUntil: addMinutes(to, 30) },
      sequence: { increment: 1 },
    },
    include: madeBooking,
  })
  return asMade(row)
}

test('a booking is announced to the visitor on their clock and to the host on the host’s', async () => {
  const { visitors, hosts } = await announce(await aBooking(), 'confirmed')

  expect((await renderStored(visitors)).subject).toBe('Booked: Tuesday 1 December 2026, 14:30 (Berlin time)')
  expect((await renderStored(hosts)).subject).toBe(
    'New consultation: Ann Example, Acme, Tuesday 1 December 2026, 19:00',
  )
})

test('each letter names both zones', async () => {
  const { visitors, hosts } = await announce(await aBooking(), 'confirmed')

  const texts = [await renderStored(visitors), await renderStored(hosts)].map(({ text }) => text)
  expect(texts[0]).toContain('Dev Rao: 19:00–19:30, Kolkata time, UTC+5:30')
  expect(texts[1]).toContain('For the visitor: 14:30–15:00, Berlin time, UTC+1')
})

test('the visitor’s letter and invitation carry nothing they typed but their name', async () => {
  const { visitors } = await announce(await aBooking(), 'confirmed')

  const { html, text } = await renderStored(visitors)
  const everything = html + text + readInvitation(visitors).content.replaceAll('\r\n ', '')
  expect(everything).toContain('Ann Example')
  expect(everything).not.toMatch(/Acme|brief\.example|1234567/)
})

test('a name that carries a message reaches the host and not the visitor’s address', async () => {
  const booking = await aBooking({ visitorName: 'Visit evil.example' })
  const { visitors, hosts } = await announce(booking, 'confirmed')

  const toVisitor = (await renderStored(visitors)).text + readInvitation(visitors).content
  expect(toVisitor).not.toContain('evil.example')
  expect((await renderStored(hosts)).text).toContain('evil.example')
})

test('the host gets everything that the visitor typed', async () => {
  const { hosts } = await announce(await aBooking(), 'confirmed')

  const { text } = await renderStored(hosts)
  expect(text).toContain(message)
  expect(text).toContain('Company: Acme')
  expect(text).toContain('Telephone: +49 30 1234567')
})

test('a booking keeps its length when that of its type changes', async () => {
  const booking = await aBooking({ type: { update: { minutes: 45, stepMinutes: 15 } } })

  const { visitors, hosts } = await announce(booking, 'confirmed')

  await db.consultationType.update({ where: { id: booking.typeId }, data: { minutes: 30, stepMinutes: 30 } })
  expect(visitors.props).toMatchObject({ meeting: expect.stringContaining(', 30 minutes') })
  expect(hosts.props).toMatchObject({ meeting: expect.stringContaining(', 30 minutes') })
})

test('the link in the letter opens this booking', async () => {
  const booking = await aBooking()
  const { visitors } = await announce(booking, 'confirmed')

  const { text } = await renderStored(visitors)
  const token = /https:\/\/benchline\.test\/manage\/(\S+)/.exec(text)?.[1] ?? ''
  expect(publicIdIn(token)).toBe(booking.publicId)
  expect(verifyLink('booking', token, booking)).toBe(true)
})

test('both invitations ask for the meeting under the booking’s own UID, from the address that mails', async () => {
  const booking = await aBooking()
  const { visitors, hosts } = await announce(booking, 'confirmed')

  for (const invitation of [readInvitation(visitors), readInvitation(hosts)]) {
    expect([invitation.method, invitation.inBody]).toEqual(['REQUEST', 'REQUEST'])
    expect(invitation.value('uid')).toBe(booking.icsUid)
    expect(invitation.value('dtstart')).toBe('2026-12-01T13:30:00Z')
    expect(invitation.value('organizer')).toBe('mailto:hello@benchline.test')
  }
})

test('a calendar that nobody has taken yet reports to the office', async () => {
  const booking = await aBooking()
  await db.host.update({ where: { id: booking.hostId }, data: { staffId: null } })
  const { hosts } = await announce({ ...booking, host: { ...booking.host, staff: null } }, 'confirmed')

  expect(hosts.to).toBe(site.email)
})

test('a moved booking is announced with both times, and the same UID with a higher SEQUENCE', async () => {
  const booking = await aBooking()
  const moved = await move(booking, new Date('2026-12-02T08:00:00Z'))

  const { visitors, hosts } = await announce(moved, 'rescheduled', { previousStart: booking.startsAt })

  const { subject, text } = await renderStored(visitors)
  expect(subject).toBe('Moved: Wednesday 2 December 2026, 09:00 (Berlin time)')
  expect(text).toContain('Tuesday 1 December 2026, 14:30 (Berlin time)')
  expect((await renderStored(hosts)).text).toContain('from Tuesday 1 December 2026, 19:00')
  const invitation = readInvitation(visitors)
  expect([invitation.value('uid'), invitation.value('sequence')]).toEqual([booking.icsUid, '1'])
})

test('a cancelled booking is taken off both calendars', async () => {
  const { visitors, hosts } = await announce(await aBooking({ cancelReason: 'We hired' }), 'cancelled')

  for (const invitation of [readInvitation(visitors), readInvitation(hosts)]) {
    expect([invitation.method, invitation.inBody, invitation.value('status')]).toEqual([
      'CANCEL',
      'CANCEL',
      'CANCELLED',
    ])
  }
  expect((await renderStored(hosts)).text).toContain('Why cancelled: We hired')
})

test('announcing the same change twice writes no second letter', async () => {
  const booking = await aBooking()

  await announce(booking, 'confirmed')
  await announce(booking, 'confirmed')

  const letters = await db.letter.findMany({ where: { bookingId: booking.id }, select: { kind: true } })
  expect(letters.map(({ kind }) => kind).sort()).toEqual([
    'booking-confirmed',
    'booking-notice',
    'booking-reminder',
    'booking-reminder',
  ])
})

test('a letter about a booking that changed since is overtaken', async () => {
  const booking = await aBooking()
  const { visitors } = await announce(booking, 'confirmed')
  const whileItStands = await isBookingLetterDue(visitors)

  await move(booking, new Date('2026-12-02T08:00:00Z'))

  expect(whileItStands).toBe(true)
  expect(await isBookingLetterDue(visitors)).toBe(false)
})

test('a letter that is about no booking is never overtaken', async () => {
  const letter = { kind: 'requirement-received', bookingId: null, dedupeKey: 'requirement:1:visitor' }

  expect(await isBookingLetterDue(letter)).toBe(true)
})

test('the visitor’s letter is of no use after the meeting', async () => {
  const booking = await aBooking()
  const { visitors } = await announce(booking, 'confirmed')

  expect(visitors.notAfter).toEqual(booking.endsAt)
})

test('the file to download is the meeting, and takes it off the calendar once it is cancelled', async () => {
  const booking = await aBooking()

  expect(invitationFile(booking, { now })).toContain('METHOD:PUBLISH\r\n')
  expect(invitationFile({ ...booking, status: 'cancelled' }, { now })).toContain('METHOD:CANCEL\r\n')
})
