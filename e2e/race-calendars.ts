/** Calendars that one race has to itself, and the ways to run at them through both servers. */
import { randomUUID } from 'node:crypto'
import { siteUrls } from './fixtures.ts'
import type { Query } from './samples.ts'

export type RaceCalendar = { type: string; hosts: string[] }

/** A type of half-hour meetings with hosts who are there from 9:00 to 17:00 UTC every day. */
export async function makeCalendar(
  query: Query,
  { hosts, stepMinutes = 30 }: { hosts: number; stepMinutes?: number },
): Promise<RaceCalendar> {
  const type = `race-${randomUUID().slice(0, 8)}`
  const slugs = Array.from({ length: hosts }, (_, number) => `${type}-${number}`)
  await query(
    `INSERT INTO consultation_type (id, slug, name, minutes, step_minutes, notice_minutes, cutoff_minutes, window_days, active)
     VALUES (gen_random_uuid(), $1, 'Race', 30, $2, 0, 0, 60, true)`,
    [type, stepMinutes],
  )
  for (const slug of slugs) {
    await query(
      `WITH host AS (
         INSERT INTO host (id, slug, name, time_zone, public_id)
         VALUES (gen_random_uuid(), $1, 'Host', 'UTC', gen_random_uuid()) RETURNING id),
       schedule AS (
         INSERT INTO schedule (id, host_id, name, is_default)
         SELECT gen_random_uuid(), id, 'Working hours', true FROM host RETURNING id),
       hours AS (
         INSERT INTO weekly_hours (id, schedule_id, weekday, "from", "until")
         SELECT gen_random_uuid(), id, weekday, '09:00', '17:00' FROM schedule, generate_series(1, 7) AS weekday)
       INSERT INTO type_host (type_id, host_id)
       SELECT consultation_type.id, host.id FROM host, consultation_type WHERE consultation_type.slug = $2`,
      [slug, type],
    )
  }
  return { type, hosts: slugs }
}

/** An hour of the day after the day after tomorrow, in UTC: `'10:15'`. */
export function startAt(time: string): string {
  return `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T${time}:00.000Z`
}

/** What somebody new sends to book. */
export function someone({ type }: RaceCalendar, start: string, changes: Record<string, string> = {}) {
  return {
    type,
    start,
    timeZone: 'Europe/Berlin',
    name: 'Ann Example',
    email: `ann@${randomUUID().slice(0, 13)}.example`,
    idempotencyKey: randomUUID(),
    opened: process.env.FORM_STAMP ?? '',
    ...changes,
  }
}

/** Odd ones go to one server, even ones to the other. */
export const serverFor = (index: number) => siteUrls()[index % 2] ?? ''

export function bookThrough(index: number, body: object): Promise<Response> {
  return fetch(`${serverFor(index)}/api/bookings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** A booking of somebody new, and the address of the page where they change it. */
export async function makeBooking(calendar: RaceCalendar, start: string) {
  const answer = await bookThrough(0, someone(calendar, start))
  const { reference, manageUrl } = (await answer.json()) as { reference: string; manageUrl: string }
  return { reference, managePath: new URL(manageUrl).pathname }
}

/** Fields posted as a page of the site posts them, through one of the servers. */
export function postThrough(index: number, path: string, fields: Record<string, string>, headers = {}) {
  return fetch(serverFor(index) + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: siteUrls()[0] ?? '', 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams(fields),
  })
}

export type Held = { reference: string; start: string; status: string; sequence: number; host: string }

/** The bookings of that calendar's type that still stand, in order. */
export function heldIn(query: Query, { type }: RaceCalendar): Promise<Held[]> {
  return query<Held>(
    `SELECT booking.reference, booking.status, booking.sequence, host.slug AS host,
       to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS start
     FROM booking JOIN consultation_type AS type ON type.id = booking.type_id JOIN host ON host.id = booking.host_id
     WHERE type.slug = $1 AND booking.status <> 'cancelled' ORDER BY starts_at, host`,
    [type],
  )
}

/** How many transactions PostgreSQL has ended because they waited in a circle. */
export async function deadlocks(query: Query): Promise<number> {
  const [row] = await query<{ deadlocks: string }>(
    'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
  )
  return Number(row?.deadlocks)
}
