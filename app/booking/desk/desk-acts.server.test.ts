import { addDays, addMinutes } from 'date-fns'
import ICAL from 'ical.js'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cancelBooking } from '#app/booking/cancel-booking.server.ts'
import { isBookingLetterDue } from '#app/booking/letters/announce-booking.server.ts'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { rescheduleBooking } from '#app/booking/reschedule-booking.server.ts'
import type { OutsideReason } from '#app/calendars/staff-offer.ts'
import { db } from '#app/db.server.ts'
import { invitationSchema } from '#app/mail/outbox.server.ts'
import { cancelByStaff } from './cancel-by-staff.server.ts'
import { at, book, engineering, hiring, noon, now, staffTheDesk, type Desk } from './desk-fixture.server.ts'
import { markBooking } from './mark-booking.server.ts'
import { moveByStaff } from './move-by-staff.server.ts'
import { reassignBooking } from './reassign-booking.server.ts'
import { reopenBooking } from './reopen-booking.server.ts'

let desk: Desk
beforeAll(async () => {
  desk = await staffTheDesk()
})
beforeEach(async () => {
  await db.letter.deleteMany()
  await db.booking.deleteMany()
  await db.timeOff.deleteMany()
})

const later = at('2026-12-01', '15:00')
const afterwards = addMinutes(noon, 45)

function moveTo(start: Date, viewer = desk.manager, anyway?: OutsideReason) {
  return (booking: MadeBooking) => moveByStaff(viewer, booking, { start, anyway }, now)
}

async function rowOf({ id }: { id: string }) {
  return db.booking.findUniqueOrThrow({
    where: { id },
    include: { host: true, lead: { include: { events: { orderBy: { id: 'asc' } } } } },
  })
}

/** The letters of the booking's last change: who gets which, and what their calendar is told. */
async function lettersNow({ id, sequence }: { id: string; sequence: number }) {
  const letters = await db.letter.findMany({
    where: { bookingId: id, dedupeKey: { startsWith: `booking:${id}:${sequence}:` } },
    orderBy: { dedupeKey: 'asc' },
  })
  return letters.map(({ kind, to, invitation }) => {
    const method = invitation ? invitationSchema.parse(invitation).method : 'nothing'
    return `${kind} to ${to.split('@')[0]?.split('-')[0]}: ${method}`
  })
}

describe('moving a booking from the desk', () => {
  test('raises the sequence, keeps the UID and names who did it on the timeline', async () => {
    const booking = await book()

    const moved = await moveTo(later)(booking)

    expect(moved).toMatchObject({ ok: true, value: { sequence: 1, icsUid: booking.icsUid, startsAt: later } })
    const event = (await rowOf(booking)).lead?.events.at(-1)
    expect(event).toMatchObject({ kind: 'rescheduled', actorId: desk.manager.id, detail: { by: 'staff' } })
  })

  test('needs no notice, no window, no room in the limit and no grid', async () => {
    const booking = await book()
    await db.host.update({ where: { slug: hiring }, data: { dailyLimit: 1 } })
    await book({ start: at('2026-12-02', '12:00') })

    const soon = await moveTo(at('2026-11-30', '11:10'))(booking)
    const far = await moveTo(at('2027-06-01', '11:00'))({ ...booking, sequence: 1 })
    const full = await moveTo(at('2026-12-02', '15:00'))({ ...booking, sequence: 2 })

    await db.host.update({ where: { slug: hiring }, data: { dailyLimit: null } })
    expect([soon.ok, far.ok, full.ok]).toEqual([true, true, true])
  })

  test('is refused into a taken time, whatever is overruled', async () => {
    const booking = await book()
    await book({ start: later })

    expect(await moveTo(later, desk.admin, 'hours')(booking)).toEqual({ ok: false, reason: 'taken' })
    expect((await rowOf(booking)).startsAt).toEqual(noon)
  })

  test('outside the host’s hours has to be wanted', async () => {
    const booking = await book()
    const evening = at('2026-12-01', '21:00')

    expect(await moveTo(evening)(booking)).toEqual({ ok: false, reason: 'hours' })
    expect((await moveTo(evening, desk.manager, 'hours')(booking)).ok).toBe(true)
  })

  test('onto the host’s day off has to be wanted', async () => {
    const booking = await book()
    const { hostId } = booking
    const day = new Date('2026-12-03T00:00:00Z')
    await db.timeOff.create({ data: { hostId, from: day, until: day } })

    expect(await moveTo(at('2026-12-03', '12:00'))(booking)).toEqual({ ok: false, reason: 'closed' })
    expect((await moveTo(at('2026-12-03', '12:00'), desk.manager, 'closed')(booking)).ok).toBe(true)
  })

  test('sent twice moves it once', async () => {
    const booking = await book()
    await moveTo(later)(booking)

    expect(await moveTo(later)(booking)).toMatchObject({ ok: true, value: { sequence: 1 } })
  })

  test('is refused when the visitor moved it meanwhile', async () => {
    const booking = await book()
    await rescheduleBooking({ bookingId: booking.id, start: later, by: 'visitor' }, now)

    const moved = await moveTo(at('2026-12-01', '17:00'))(booking)

    expect(moved).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  test('while the visitor cancels: one of the two is told, and no letter contradicts the row', async () => {
    for (let round = 0; round < 8; round++) {
      const start = addDays(noon, round % 3)
      const booking = await book({ start })

      const [moved, cancelled] = await Promise.all([
        moveTo(addMinutes(start, 180))(booking),
        cancelBooking({ bookingId: booking.id, by: 'visitor', reason: '' }, now),
      ])

      const row = await rowOf(booking)
      expect(cancelled.ok).toBe(true)
      expect(row).toMatchObject({ status: 'cancelled', sequence: moved.ok ? 2 : 1 })
      expect(['ok', 'changed-meanwhile']).toContain(moved.ok ? 'ok' : moved.reason)
      const due = await db.letter.findMany({ where: { bookingId: booking.id, state: 'queued' } })
      expect(due.map(({ kind }) => kind).toSorted()).toEqual(['booking-cancelled', 'booking-notice'])
    }
  })
})

describe('giving a booking to another host', () => {
  test('keeps row, UID and time, and tells all three', async () => {
    const booking = await book()

    const given = await reassignBooking(desk.manager, booking, { host: engineering }, now)

    expect(given).toMatchObject({
      ok: true,
      value: { id: booking.id, icsUid: booking.icsUid, sequence: 1, startsAt: noon },
    })
    const row = await rowOf(booking)
    expect(row.host.slug).toBe(engineering)
    expect(row.lead?.events.at(-1)).toMatchObject({
      kind: 'reassigned',
      detail: { from: 'cora', to: 'colin' },
    })
    expect(await lettersNow(row)).toEqual([
      'booking-notice to colin: REQUEST',
      'booking-notice to cora: CANCEL',
      'booking-reassigned to ann: REQUEST',
      'booking-reminder to ann: nothing',
      'booking-reminder to ann: nothing',
    ])
  })

  test('sends each calendar the same UID and the same, higher sequence', async () => {
    const booking = await book()
    await reassignBooking(desk.manager, booking, { host: engineering }, now)

    const letters = await db.letter.findMany({
      where: { bookingId: booking.id, dedupeKey: { contains: ':1:reassigned:' } },
    })
    const told = letters.map(({ invitation }) => {
      const calendar = new ICAL.Component(ICAL.parse(invitationSchema.parse(invitation).content))
      const event = calendar.getFirstSubcomponent('vevent')
      return [event?.getFirstPropertyValue('uid'), Number(event?.getFirstPropertyValue('sequence'))]
    })
    expect(told).toEqual(Array.from({ length: 3 }, () => [booking.icsUid, 1]))
  })

  test('between hosts who read one mailbox does not take it off the calendar there', async () => {
    await db.host.updateMany({ data: { staffId: null } })
    const booking = await book()

    await reassignBooking(desk.manager, booking, { host: engineering }, now)

    await db.host.update({ where: { slug: hiring }, data: { staffId: desk.cora.id } })
    await db.host.update({ where: { slug: engineering }, data: { staffId: desk.colin.id } })
    expect((await lettersNow({ ...booking, sequence: 1 })).filter((line) => line.includes('notice'))).toEqual(
      ['booking-notice to hello: REQUEST'],
    )
  })

  test('takes back what was not sent, and what waits elsewhere is no longer due', async () => {
    const booking = await book()
    const before = await db.letter.findMany({ where: { bookingId: booking.id } })

    await reassignBooking(desk.manager, booking, { host: engineering }, now)

    const after = await db.letter.findMany({ where: { id: { in: before.map(({ id }) => id) } } })
    expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['skipped']))
    expect(await Promise.all(before.map(isBookingLetterDue))).toEqual(before.map(() => false))
  })

  test('and changing it again still takes it off the calendar of the host who had it first', async () => {
    const booking = await book()
    const given = await reassignBooking(desk.manager, booking, { host: engineering }, now)
    if (!given.ok) throw new Error(given.reason)

    await cancelByStaff(desk.manager, given.value, { reason: '' }, now)

    const letter = await db.letter.findFirstOrThrow({
      where: { bookingId: booking.id, dedupeKey: { endsWith: ':previous' } },
    })
    expect(letter).toMatchObject({ state: 'queued', invitation: { method: 'CANCEL' } })
    expect(await isBookingLetterDue(letter)).toBe(true)
  })

  test('who is not free then, not of the type, or unknown is refused', async () => {
    const booking = await book()
    await book({ host: engineering })

    expect(await reassignBooking(desk.manager, booking, { host: engineering }, now)).toEqual({
      ok: false,
      reason: 'taken',
    })
    expect(await reassignBooking(desk.manager, booking, { host: 'nobody' }, now)).toEqual({
      ok: false,
      reason: 'not-offered',
    })
  })

  test('two bookings given to one host for one time at the same moment: one is, one stays', async () => {
    const typeId = (await book({ start: later })).typeId
    const { id: thirdId } = await db.host.create({
      data: {
        slug: 'third-consultant',
        name: 'Third consultant',
        publicId: 'third',
        timeZone: 'Asia/Kolkata',
        schedules: {
          create: {
            name: 'Always',
            isDefault: true,
            hours: {
              create: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', until: '24:00' })),
            },
          },
        },
        types: { create: { typeId } },
      },
    })

    for (let round = 0; round < 6; round++) {
      const start = addDays(noon, round % 3)
      const pair = [await book({ start, host: hiring }), await book({ start, host: engineering })]

      const outcomes = await Promise.all(
        pair.map((booking) => reassignBooking(desk.manager, booking, { host: 'third-consultant' }, now)),
      )

      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'taken' })
      expect(await db.booking.count({ where: { hostId: thirdId, startsAt: start } })).toBe(1)
      await db.booking.deleteMany({ where: { startsAt: start } })
    }
    await db.booking.deleteMany()
    await db.host.delete({ where: { id: thirdId } })
  })

  test('two hosts who swap their bookings at the same moment do not wait for each other for ever', async () => {
    const [one, two] = [await book(), await book({ host: engineering, start: later })]

    const outcomes = await Promise.all([
      reassignBooking(desk.manager, one, { host: engineering }, now),
      reassignBooking(desk.manager, two, { host: hiring }, now),
    ])

    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
  })

  test('while the visitor moves it ends at one host and one time, free of overlap', async () => {
    const booking = await book()

    const [given, moved] = await Promise.all([
      reassignBooking(desk.manager, booking, { host: engineering }, now),
      rescheduleBooking({ bookingId: booking.id, start: later, by: 'visitor' }, now),
    ])

    const row = await rowOf(booking)
    expect(moved.ok).toBe(true)
    expect(row).toMatchObject({ startsAt: later, sequence: given.ok ? 2 : 1 })
  })
})

describe('cancelling from the desk and opening again', () => {
  test('cancels after the cut-off, with the reason for colleagues', async () => {
    const booking = await book()

    const cancelled = await cancelByStaff(
      desk.manager,
      booking,
      { reason: 'Dev is ill' },
      addMinutes(noon, -5),
    )

    expect(cancelled).toMatchObject({ ok: true, value: { status: 'cancelled', cancelledBy: 'staff' } })
    expect((await rowOf(booking)).lead?.events.at(-1)).toMatchObject({
      kind: 'cancelled',
      actorId: desk.manager.id,
      detail: { reason: 'Dev is ill', by: 'staff' },
    })
  })

  test('opens it again with a higher sequence, letters and reminders', async () => {
    const booking = await book()
    await cancelByStaff(desk.manager, booking, { reason: 'By mistake' }, now)

    const reopened = await reopenBooking(desk.manager, await rowOf(booking), {}, now)

    expect(reopened).toMatchObject({
      ok: true,
      value: {
        status: 'confirmed',
        sequence: 2,
        icsUid: booking.icsUid,
        cancelledAt: null,
        cancelReason: '',
      },
    })
    const row = await rowOf(booking)
    expect(row.lead?.events.at(-1)?.kind).toBe('reopened')
    expect(await lettersNow(row)).toEqual([
      'booking-reminder to ann: nothing',
      'booking-reminder to ann: nothing',
      'booking-notice to cora: REQUEST',
      'booking-reopened to ann: REQUEST',
    ])
  })

  test('is not opened again into a taken time', async () => {
    const booking = await book()
    await cancelByStaff(desk.manager, booking, { reason: '' }, now)
    await book()

    const reopened = await reopenBooking(desk.manager, await rowOf(booking), { anyway: 'hours' }, now)

    expect(reopened).toEqual({ ok: false, reason: 'taken' })
    expect((await rowOf(booking)).status).toBe('cancelled')
  })

  test('is not opened again when its time has passed', async () => {
    const booking = await book()
    await cancelByStaff(desk.manager, booking, { reason: '' }, now)

    const reopened = await reopenBooking(desk.manager, await rowOf(booking), { anyway: 'hours' }, afterwards)

    expect(reopened).toEqual({ ok: false, reason: 'past' })
  })

  test('opened again and booked by another visitor at the same moment: one has the time', async () => {
    for (let round = 0; round < 5; round++) {
      const booking = await book()
      await cancelByStaff(desk.manager, booking, { reason: '' }, now)

      const [reopened, other] = await Promise.allSettled([
        reopenBooking(desk.manager, await rowOf(booking), {}, now),
        book(),
      ])

      const isReopened = reopened.status === 'fulfilled' && reopened.value.ok
      expect(isReopened).toBe(other.status === 'rejected')
      expect(await db.booking.count({ where: { startsAt: noon, status: 'confirmed' } })).toBe(1)
      await db.booking.deleteMany()
    }
  })
})

describe('saying whether the visitor came', () => {
  test('that they came makes a new lead contacted, once', async () => {
    const booking = await book()

    await markBooking(desk.cora, booking, { as: 'attended' }, afterwards)
    const again = await markBooking(desk.cora, booking, { as: 'attended' }, afterwards)

    const row = await rowOf(booking)
    expect(again.ok).toBe(true)
    expect(row).toMatchObject({ status: 'attended', sequence: 0, lead: { status: 'contacted' } })
    expect(row.lead?.events.map(({ kind }) => kind)).toEqual([
      ...['submitted', 'owner', 'booked'],
      ...['marked', 'status'],
    ])
    expect(row.lead?.events.at(-1)).toMatchObject({
      actorId: desk.cora.id,
      detail: { to: 'contacted', because: 'attended' },
    })
  })

  test('that they did not come leaves the lead new, and can be corrected', async () => {
    const booking = await book()

    await markBooking(desk.cora, booking, { as: 'no_show' }, afterwards)
    expect((await rowOf(booking)).lead?.status).toBe('new')
    await markBooking(desk.cora, await rowOf(booking), { as: 'attended' }, afterwards)

    expect(await rowOf(booking)).toMatchObject({ status: 'attended', lead: { status: 'contacted' } })
  })

  test('of two who disagree at the same moment the second is told', async () => {
    const booking = await book()

    const outcomes = await Promise.all([
      markBooking(desk.cora, booking, { as: 'attended' }, afterwards),
      markBooking(desk.manager, booking, { as: 'no_show' }, afterwards),
    ])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  test('before the start, or of a cancelled one, nothing can be said', async () => {
    const booking = await book()
    const early = await markBooking(desk.cora, booking, { as: 'attended' }, addMinutes(noon, -1))
    await cancelByStaff(desk.cora, booking, { reason: '' }, now)

    const cancelled = await markBooking(desk.cora, await rowOf(booking), { as: 'attended' }, afterwards)

    expect(early).toEqual({ ok: false, reason: 'not-begun' })
    expect(cancelled).toEqual({ ok: false, reason: 'was-cancelled' })
  })
})

describe('rights', () => {
  const verbs = {
    move: (viewer: Desk['admin'], booking: MadeBooking) => moveTo(later, viewer)(booking),
    cancel: (viewer: Desk['admin'], booking: MadeBooking) =>
      cancelByStaff(viewer, booking, { reason: '' }, now),
    reassign: (viewer: Desk['admin'], booking: MadeBooking) =>
      reassignBooking(viewer, booking, { host: engineering }, now),
    reopen: (viewer: Desk['admin'], booking: MadeBooking) =>
      reopenBooking(viewer, { ...booking, status: 'cancelled', sequence: 1 }, {}, now),
    mark: (viewer: Desk['admin'], booking: MadeBooking) =>
      markBooking(viewer, booking, { as: 'attended' }, afterwards),
  }
  const all = Object.entries(verbs)
  const toReopen = (verb: string, booking: MadeBooking) =>
    verb === 'reopen' ? cancelByStaff(desk.admin, booking, { reason: '' }, now) : null

  test.each(all)('to %s have admins, managers, the host and the lead’s owner', async (verb, act) => {
    for (const who of ['admin', 'manager', 'cora', 'carl'] as const) {
      const booking = await book({ ownerId: desk.carl.id })
      await toReopen(verb, booking)
      expect(await act(desk[who], booking)).toMatchObject({ ok: true })
      await db.booking.deleteMany()
    }
  })

  test.each(all)(
    'to %s another consultant’s booking has no consultant: it does not exist',
    async (_, act) => {
      const booking = await book({ ownerId: desk.carl.id })

      expect(await act(desk.colin, booking)).toEqual({ ok: false, reason: 'not-found' })
      expect(await rowOf(booking)).toMatchObject({ status: 'confirmed', sequence: 0 })
    },
  )

  test.each(all)('to %s has nobody who only reads', async (_, act) => {
    const booking = await book()

    await expect(act(desk.reader, booking)).rejects.toMatchObject({ status: 403 })
    expect(await rowOf(booking)).toMatchObject({ status: 'confirmed', sequence: 0 })
  })

  test('a consultant who gave their booking away no longer has it', async () => {
    const booking = await book({ ownerId: desk.carl.id })
    await reassignBooking(desk.cora, booking, { host: engineering }, now)

    const again = await reassignBooking(desk.cora, { ...booking, sequence: 1 }, { host: hiring }, now)

    expect(again).toEqual({ ok: false, reason: 'not-found' })
  })
})
