import { randomUUID } from 'node:crypto'
import { bookSlot } from '#app/booking/book-slot.server.ts'
import { bookingRequestSchema } from '#app/booking/booking.ts'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { loadFirstCalendars } from '#app/calendars/first-calendars.server.ts'
import { db } from '#app/db.server.ts'
import { addStaff } from '#app/staff/staff-fixture.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { instantsAt } from '#app/time/instants.ts'
import type { CalendarDate, LocalTime, TimeZone } from '#app/time/types.ts'

export const hiring = 'hiring-consultant'
export const engineering = 'engineering-consultant'

/** Monday morning in Kolkata; both calendars are open from 11:00 to 20:00 there on working days. */
export const now = new Date('2026-11-30T03:00:00Z')

/** A time on the wall in Kolkata. */
export function at(date: string, time: string): Date {
  const [moment] = instantsAt(date as CalendarDate, time as LocalTime, 'Asia/Kolkata' as TimeZone)
  return new Date(moment ?? Number.NaN)
}

export const noon = at('2026-12-01', '12:00')

export type Desk = Record<'admin' | 'manager' | 'reader' | 'cora' | 'colin' | 'carl', Viewer>

/** Cora's calendar is the hiring one, Colin's the engineering one; Carl has none. */
export async function staffTheDesk(): Promise<Desk> {
  await loadFirstCalendars()
  const id = randomUUID().slice(0, 8)
  const add = (name: string, role?: Viewer['role']) =>
    addStaff({ email: `${name}-${id}@firm.example`, name, ...(role && { role }) })
  const desk = {
    admin: await add('ada', 'admin'),
    manager: await add('mia', 'manager'),
    reader: await add('ray', 'read_only'),
    cora: await add('cora'),
    colin: await add('colin'),
    carl: await add('carl'),
  }
  await db.host.update({ where: { slug: hiring }, data: { staffId: desk.cora.id } })
  await db.host.update({ where: { slug: engineering }, data: { staffId: desk.colin.id } })
  return desk
}

/** A visitor books; with `ownerId` the lead is that member's. */
export async function book(
  about: { start?: Date; host?: string; ownerId?: string; name?: string; email?: string } = {},
): Promise<MadeBooking> {
  const { start = noon, host = hiring, ownerId, ...visitor } = about
  const request = bookingRequestSchema.parse({
    type: 'consultation',
    host,
    start: start.toISOString(),
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email: `ann@${randomUUID().slice(0, 8)}.example`,
    idempotencyKey: randomUUID(),
    ...visitor,
  })
  const outcome = await bookSlot(request, { now })
  if (!outcome.ok) throw new Error(`Not booked: ${outcome.reason}`)
  const { booking } = outcome.value
  if (ownerId) await db.lead.update({ where: { id: booking.leadId }, data: { ownerId } })
  return booking
}
