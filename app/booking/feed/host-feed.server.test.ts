import { randomUUID } from 'node:crypto'
import { addDays, subDays } from 'date-fns'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { db } from '#app/db.server.ts'
import { bookWith, receiveLead } from '#app/leads/leads-fixture.server.ts'
import { newPublicId, signLink } from '#app/ops/signed-link.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import { getHostByFeedToken, hostFeed } from './host-feed.server.ts'

const now = new Date('2026-11-23T09:00:00Z')

/** A host with one booking, which the test then makes what it needs. */
async function aHost(startsAt = addDays(now, 3), about: Prisma.BookingUpdateInput = {}) {
  const dev = await db.staff.create({
    data: { name: 'Dev Rao', email: `${randomUUID()}@firm.example`, timeZone: 'Asia/Kolkata' },
  })
  const { id, hostId } = await bookWith(dev.id, await receiveLead(), startsAt)
  const booking = await db.booking.update({
    where: { id },
    data: { company: 'Acme', message: 'We need two.', ...about },
    include: { lead: true },
  })
  const host = await db.host.update({ where: { id: hostId }, data: { publicId: newPublicId() } })
  return { host, booking }
}

async function eventsOf(host: Awaited<ReturnType<typeof aHost>>['host'], at = now) {
  const { content } = await hostFeed(host, at)
  return new ICAL.Component(ICAL.parse(content)).getAllSubcomponents('vevent').map((event) => ({
    uid: event.getFirstPropertyValue('uid'),
    status: event.getFirstPropertyValue('status'),
    summary: event.getFirstPropertyValue('summary'),
    description: String(event.getFirstPropertyValue('description')),
  }))
}

function tokenOf(host: { publicId: string; feedVersion: number }) {
  return signLink('feed', { publicId: host.publicId, linkVersion: host.feedVersion })
}

test('a host reads who comes, why, how to meet and where the desk shows it', async () => {
  const { host, booking } = await aHost()

  const [event] = await eventsOf(host)

  expect(event).toMatchObject({
    uid: booking.icsUid,
    status: 'CONFIRMED',
    summary: 'Call: Dana Doe, Acme',
  })
  expect(event?.description).toContain('Message: We need two.')
  expect(event?.description).toContain('How to meet: https://meet.example/room')
  expect(event?.description).toContain(`https://benchline.test/staff/bookings/${booking.reference}`)
  expect(event?.description).toContain(`https://benchline.test/staff/leads/${booking.lead?.ref}`)
})

test('a meeting that was held stays for ninety days', async () => {
  const { host } = await aHost(subDays(now, 89), { status: 'attended' })

  expect(await eventsOf(host)).toHaveLength(1)
  expect(await eventsOf(host, addDays(now, 2))).toHaveLength(0)
})

test('a cancelled one is said to be so for four weeks, then not at all', async () => {
  const { host } = await aHost(addDays(now, 3), {
    status: 'cancelled',
    cancelledAt: now,
    cancelledBy: 'visitor',
  })

  expect(await eventsOf(host)).toMatchObject([{ status: 'CANCELLED' }])
  expect(await eventsOf(host, addDays(now, 29))).toEqual([])
})

test('a reservation is nobody’s booking yet', async () => {
  const { host, booking } = await aHost()
  await db.booking.update({
    where: { id: booking.id },
    data: {
      status: 'reserved',
      reservedUntil: addDays(now, 1),
      reservedBy: 'x'.repeat(43),
      leadId: null,
      personId: null,
    },
  })

  expect(await eventsOf(host)).toEqual([])
})

test('one host’s calendar shows nothing of another’s', async () => {
  const [mine, other] = [await aHost(), await aHost()]

  const uids = (await eventsOf(mine.host)).map(({ uid }) => uid)

  expect(uids).toEqual([mine.booking.icsUid])
  expect(uids).not.toContain(other.booking.icsUid)
})

test('the tag changes when a booking does, and only then', async () => {
  const { host, booking } = await aHost()
  const before = await hostFeed(host, now)
  const later = await hostFeed(host, addDays(now, 1))

  await db.booking.update({ where: { id: booking.id }, data: { sequence: 1 } })

  expect(later.etag).toBe(before.etag)
  expect((await hostFeed(host, now)).etag).not.toBe(before.etag)
})

test('the address opens the host’s calendar until another one is made', async () => {
  const { host } = await aHost()
  const token = tokenOf(host)
  expect((await getHostByFeedToken(token)).id).toBe(host.id)

  const renewed = await db.host.update({ where: { id: host.id }, data: { feedVersion: { increment: 1 } } })

  await expect(getHostByFeedToken(token)).rejects.toMatchObject({ status: 404 })
  expect((await getHostByFeedToken(tokenOf(renewed))).id).toBe(host.id)
})

test('a link of another purpose or a forged one opens nothing', async () => {
  const { host } = await aHost()
  const others = [
    signLink('booking', { publicId: host.publicId }),
    `${host.publicId}.${'A'.repeat(47)}`,
    signLink('feed', { publicId: newPublicId() }),
    'nothing',
    '',
  ]

  const answers = await Promise.all(others.map((token) => getHostByFeedToken(token).catch((error) => error)))

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
})
