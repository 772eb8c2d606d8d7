import { beforeAll, beforeEach, expect, test } from 'vitest'
import { at, book, hiring, now, staffTheDesk } from '#app/booking/desk/desk-fixture.server.ts'
import { db } from '#app/db.server.ts'
import { findAlternatives } from './picker/alternatives.server.ts'
import { rescheduleBooking } from './reschedule-booking.server.ts'

const none = { monthlyLimit: null, yearlyLimit: null, weeklyMinutes: null, monthlyMinutes: null }

beforeAll(staffTheDesk)
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
  await db.host.updateMany({ data: none })
  await db.consultationType.updateMany({ data: { monthlyLimit: null, yearlyLimit: null, windowDays: 60 } })
})

function limit(limits: Partial<typeof none> | Record<string, number>) {
  return db.host.update({ where: { slug: hiring }, data: limits })
}

test('a month that is full is closed to its last day on the host’s calendar, and the next is open', async () => {
  await limit({ monthlyLimit: 2 })
  await book({ start: at('2026-12-01', '12:00') })
  await book({ start: at('2026-12-31', '19:30') })

  await expect(book({ start: at('2026-12-15', '12:00') })).rejects.toThrow('limit')
  await expect(book({ start: at('2027-01-01', '12:00') })).resolves.toBeDefined()
})

test('a full year leaves a move within it', async () => {
  await db.consultationType.updateMany({ data: { yearlyLimit: 1 } })
  const booking = await book({ start: at('2026-12-01', '12:00') })

  await expect(book({ start: at('2026-12-30', '12:00') })).rejects.toThrow('limit')
  const moved = await rescheduleBooking(
    { bookingId: booking.id, start: at('2026-12-30', '12:00'), by: 'visitor' },
    now,
  )
  expect(moved.ok).toBe(true)
})

test('minutes are those of the meetings that stand, not of their type as it is now', async () => {
  await limit({ weeklyMinutes: 60 })
  const { typeId } = await book({ start: at('2026-12-01', '12:00') })
  await db.consultationType.update({ where: { id: typeId }, data: { minutes: 15, stepMinutes: 15 } })

  await book({ start: at('2026-12-02', '12:00') })
  await book({ start: at('2026-12-03', '12:15') })
  const third = book({ start: at('2026-12-04', '12:00') })

  await expect(third).rejects.toThrow('limit')
  await db.consultationType.update({ where: { id: typeId }, data: { minutes: 30, stepMinutes: 30 } })
})

test('what is offered instead of a time in a full month lies in the next one', async () => {
  await limit({ monthlyMinutes: 30 })
  await book({ start: at('2026-12-28', '12:00') })

  const wanted = { typeSlug: 'consultation', hostSlug: hiring, start: at('2026-12-29', '12:00') }
  const [first] = await findAlternatives(wanted, now)

  expect(first).toBeGreaterThanOrEqual(at('2027-01-01', '00:00').getTime())
})
