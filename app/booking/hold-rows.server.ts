/**
 * A reservation is a booking's row before its visitor has a name: held for ten minutes, and again when asked, for at
 * most an hour. All its times go by the database's clock.
 */
import { randomUUID } from 'node:crypto'
import type { Calendar, HostCalendar } from '#app/calendars/calendar.server.ts'
import type { Reader, Transaction } from '#app/db.server.ts'
import { newReference } from '#app/ops/reference.server.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import { Prisma } from '#app/prisma/client.ts'
import { blockedRange } from '#app/slots/slots.ts'
import { newIcsUid } from './ics-uid.server.ts'

/** What a visitor holds, or wants to: `heldBy` is the hash of their token; without `host`, whoever it is held with. */
export type HoldOf = { heldBy: string; type: string; host?: string | undefined; start: Date }

export type Hold = {
  id: string
  reference: string
  hostId: string
  until: Date
  heldForMs: number
  leftMs: number
  /** It cannot be kept any longer than it is held already. */
  isLongest: boolean
}

const holdMinutes = 10
const longestHoldMinutes = 60

/** The visitor's own reservation of that time while it has not run out. `lock`: nobody else changes it meanwhile. */
export async function findHold(
  database: Reader,
  { heldBy, type, host, start }: HoldOf,
  { lock = false } = {},
): Promise<Hold | null> {
  const rows = await database.$queryRaw<Hold[]>`
    SELECT booking.id, booking.reference, booking.host_id AS "hostId", booking.reserved_until AS until,
      extract(epoch FROM clock_timestamp() - booking.created_at)::float * 1000 AS "heldForMs",
      extract(epoch FROM booking.reserved_until - clock_timestamp())::float * 1000 AS "leftMs",
      booking.reserved_until >= ${longestOf()} AS "isLongest"
    FROM booking
      JOIN consultation_type AS type ON type.id = booking.type_id
      JOIN host ON host.id = booking.host_id
    WHERE booking.status = 'reserved' AND booking.reserved_by = ${heldBy} AND booking.starts_at = ${start}
      AND booking.reserved_until > clock_timestamp()
      AND type.slug = ${type} AND (${host ?? null}::text IS NULL OR host.slug = ${host ?? null})
    LIMIT 1 ${lock ? Prisma.sql`FOR UPDATE OF booking` : Prisma.empty}`
  return rows[0] ?? null
}

/** Ten minutes more from now, as far as the hour allows; nothing when it has run out or is somebody else's. */
export async function keepHold(database: Reader, hold: HoldOf): Promise<void> {
  await database.$executeRaw`
    UPDATE booking
    SET reserved_until = greatest(reserved_until, least(${inTenMinutes()}, ${longestOf()}))
    FROM consultation_type AS type, host
    WHERE type.id = booking.type_id AND host.id = booking.host_id
      AND booking.status = 'reserved' AND booking.reserved_by = ${hold.heldBy} AND booking.starts_at = ${hold.start}
      AND booking.reserved_until > clock_timestamp()
      AND type.slug = ${hold.type} AND (${hold.host ?? null}::text IS NULL OR host.slug = ${hold.host ?? null})`
}

/** Whether the visitor holds any time of that type. */
export async function holdsAny(database: Reader, { heldBy, type }: HoldOf): Promise<boolean> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT FROM booking JOIN consultation_type AS type ON type.id = booking.type_id
    WHERE booking.status = 'reserved' AND booking.reserved_by = ${heldBy} AND type.slug = ${type}
      AND booking.reserved_until > clock_timestamp()`
  return rows.length > 0
}

/** Frees what the visitor holds at that time; false when they held nothing any more. */
export async function releaseHold(database: Reader, { heldBy, type, start }: HoldOf): Promise<boolean> {
  const released = await database.$executeRaw`
    DELETE FROM booking USING consultation_type AS type
    WHERE type.id = booking.type_id AND type.slug = ${type} AND booking.status = 'reserved'
      AND booking.reserved_by = ${heldBy} AND booking.starts_at = ${start}
      AND booking.reserved_until > clock_timestamp()`
  return released > 0
}

type NewHold = { host: HostCalendar; calendar: Calendar; start: Date; timeZone: string; heldBy: string }

/**
 * Inserts a reservation, or returns null when the constraint finds the time taken. ON CONFLICT keeps the transaction
 * alive and, unlike a caught 23P01, never makes rivals for one time wait for a deadlock to be noticed.
 */
export async function insertHold(
  tx: Transaction,
  hold: NewHold,
): Promise<Pick<Hold, 'id' | 'reference'> | null> {
  const { calendar, host, start } = hold
  const blocked = blockedRange(start.getTime(), calendar.meeting)
  const rows = await tx.$queryRaw<Pick<Hold, 'id' | 'reference'>[]>`
    INSERT INTO booking (
      id, reference, public_id, type_id, host_id, status, reserved_by, reserved_until, created_at,
      starts_at, ends_at, blocked_from, blocked_until,
      visitor_time_zone, visitor_name, visitor_email, location, ics_uid, idempotency_key, request_hash)
    VALUES (
      gen_random_uuid(), ${newReference('B')}, ${newPublicId()}, ${calendar.type.id}::uuid, ${host.id}::uuid,
      'reserved', ${hold.heldBy}, ${inTenMinutes()}, clock_timestamp(),
      ${start}, ${new Date(blocked.endsAt)}, ${new Date(blocked.from)}, ${new Date(blocked.until)},
      ${hold.timeZone}, '', '', '', ${newIcsUid()}, ${`hold ${randomUUID()}`}, '')
    ON CONFLICT ON CONSTRAINT booking_no_overlap DO NOTHING
    RETURNING id, reference`
  return rows[0] ?? null
}

/** Removes what the same visitor holds of this host in the way of a new booking, but for the row that it becomes. */
export async function clearOwnWay(
  tx: Transaction,
  { host, calendar, start, heldBy }: Omit<NewHold, 'timeZone'>,
  keep: Hold | null,
): Promise<void> {
  const blocked = blockedRange(start.getTime(), calendar.meeting)
  await tx.booking.deleteMany({
    where: {
      status: 'reserved',
      reservedBy: heldBy,
      hostId: host.id,
      blockedFrom: { lt: new Date(blocked.until) },
      blockedUntil: { gt: new Date(blocked.from) },
      ...(keep && { id: { not: keep.id } }),
    },
  })
}

/** Whoever chooses another time lets the first one go: one reservation for each type of consultation. */
export async function clearOthersOfType(tx: Transaction, heldBy: string, typeId: string): Promise<void> {
  await tx.booking.deleteMany({ where: { status: 'reserved', reservedBy: heldBy, typeId } })
}

function inTenMinutes() {
  return Prisma.sql`clock_timestamp() + make_interval(mins => ${holdMinutes}::int)`
}

function longestOf() {
  return Prisma.sql`booking.created_at + make_interval(mins => ${longestHoldMinutes}::int)`
}
