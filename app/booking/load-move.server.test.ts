import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addType } from '#app/consultations/consultations-fixture.server.ts'
import { db } from '#app/db.server.ts'
import { bookSlot } from './book-slot.server.ts'
import { bookingRequestSchema } from './booking.ts'
import { loadMove } from './load-move.server.ts'
import { findBooking } from './made-booking.server.ts'

const now = new Date('2026-11-30T06:00:00Z')

test('a booking that can be moved is shown with the times of its host', async () => {
  const { id } = await bookNewType()

  expect(await movable(id)).toMatchObject({ ownStart: '2026-12-01T12:00:00.000Z', unavailable: null })
})

test('one whose type is no longer offered cannot be moved, and its page stays', async () => {
  const { id, typeId } = await bookNewType()
  await db.consultationType.update({ where: { id: typeId }, data: { active: false } })

  expect(await movable(id)).toBeNull()
})

test('nor can one whose host no longer holds it', async () => {
  const left = await bookNewType()
  await db.host.update({ where: { id: left.hostId }, data: { active: false } })
  const other = await bookNewType()
  await db.typeHost.deleteMany({ where: { typeId: other.typeId } })

  expect([await movable(left.id), await movable(other.id)]).toEqual([null, null])
})

async function bookNewType() {
  const type = await addType()
  const request = bookingRequestSchema.parse({
    type: type.slug,
    start: '2026-12-01T12:00:00Z',
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email: `ann@${randomUUID().slice(0, 8)}.example`,
    idempotencyKey: randomUUID(),
  })
  const outcome = await bookSlot(request, { now })
  if (!outcome.ok) throw new Error(`Not booked: ${outcome.reason}`)
  return outcome.value.booking
}

async function movable(id: string) {
  const booking = await findBooking(db, { id })
  return booking && loadMove(booking, {}, { now, clock: '24' })
}
