/** Leads are regrouped while others work on them: what is done at that moment comes before and goes along, or is refused. */
import { beforeAll, expect, test } from 'vitest'
import { cancelHeld } from '#app/booking/cancel-booking.server.ts'
import { lockBooking } from '#app/booking/changeable-booking.server.ts'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addNote } from '../add-note.server.ts'
import { isWaited } from '../waiting-fixture.server.ts'
import { mergeAll, receiveRichLead, type Richness } from './regroup-fixture.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
const little: Richness = { bookings: 0, notes: 0, tasks: 0, letters: 0, files: 0 }
let manager: Viewer
let people = 0

beforeAll(async () => {
  manager = await addStaff({ email: 'mia@firm.example', role: 'manager' })
})

function receive(richness: Partial<Richness> = {}) {
  people += 1
  const about = { email: `dana${people}@firm-${people}.example`, title: `Wanted ${people}`, at: now }
  return receiveRichLead(manager, about, { ...little, ...richness })
}

test('two who merge the same pair at once: one of them does', async () => {
  const [kept, other] = [await receive(), await receive()]

  const both = await Promise.all([
    mergeAll(manager, { kept: kept.ref, other: other.ref }),
    mergeAll(manager, { kept: other.ref, other: kept.ref }),
  ])

  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a consultation that is cancelled while its lead is merged is told of on the lead that was kept', async () => {
  const [kept, other] = [await receive(), await receive({ bookings: 1 })]
  const { id: bookingId } = await db.booking.findFirstOrThrow({ where: { leadId: other.leadId } })

  const { merging } = await db.$transaction(async (tx) => {
    const booking = await lockBooking(tx, { bookingId, by: 'staff' })
    const merging = mergeAll(manager, { kept: kept.ref, other: other.ref })
    await isWaited(tx)
    await cancelHeld(tx, booking, { reason: 'They called', by: 'staff' }, now)
    return { merging }
  })

  expect((await merging).ok).toBe(true)
  expect(await db.leadEvent.count({ where: { leadId: kept.leadId, kind: 'cancelled' } })).toBe(1)
  expect(await db.letter.count({ where: { leadId: other.leadId } })).toBe(0)
})

test('a task that is ticked off while its lead is merged goes along', async () => {
  const [kept, other] = [await receive(), await receive({ tasks: 1 })]
  const { id } = await db.task.findFirstOrThrow({ where: { leadId: other.leadId } })

  const { merging } = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM task WHERE id = ${id}::uuid FOR UPDATE`
    const merging = mergeAll(manager, { kept: kept.ref, other: other.ref })
    await isWaited(tx)
    await tx.task.update({ where: { id }, data: { doneAt: now, doneById: manager.id } })
    return { merging }
  })

  expect((await merging).ok).toBe(true)
  expect(await db.task.findUnique({ where: { id } })).toMatchObject({ leadId: kept.leadId, doneAt: now })
})

test('what is written on a lead while it is merged is refused, not lost', async () => {
  const [kept, other] = [await receive(), await receive()]

  const { writing } = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM lead WHERE id = ${other.leadId}::uuid FOR UPDATE`
    const writing = addNote(manager, other.ref, { words: 'Too late' }, now)
    await isWaited(tx)
    await tx.lead.update({ where: { id: other.leadId }, data: { mergedIntoId: kept.leadId } })
    return { writing }
  })

  expect(await writing).toEqual({ ok: false, reason: 'not-found' })
})
