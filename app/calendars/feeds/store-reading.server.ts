import { minutesToSeconds } from 'date-fns'
import { db, type Transaction } from '#app/db.server.ts'
import type { Interval } from '#app/time/types.ts'
import type { Reading } from './read-feed.server.ts'

/** Seconds from one reading to the next, and after failures up to six hours. */
export const readEvery = minutesToSeconds(10)
const waitAtMost = minutesToSeconds(360)

/**
 * Writes down what a calendar's address said. One that could not be read keeps the times of its last good copy, and is
 * asked less and less often. A calendar that was removed meanwhile stays so.
 */
export async function storeReading(calendarId: string, reading: Reading, now: Date): Promise<void> {
  if (reading.kind === 'failed') return storeFailure(calendarId, reading.failure)
  await db.$transaction(async (tx) => {
    // Whoever reads the same calendar at the same time waits here.
    const kept = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM external_calendar WHERE id = ${calendarId}::uuid FOR UPDATE`
    if (kept.length === 0) return
    if (reading.kind === 'read') await replaceEvents(tx, calendarId, reading.busy)
    await tx.$executeRaw`
      UPDATE external_calendar
      SET due_at = now() + make_interval(secs => ${readEvery}), read_at = ${now}, failure = '', failures = 0
      WHERE id = ${calendarId}::uuid`
    if (reading.kind !== 'read') return
    const { etag, lastModified, expandedTo } = reading
    await tx.externalCalendar.update({ where: { id: calendarId }, data: { etag, lastModified, expandedTo } })
  })
}

async function storeFailure(calendarId: string, failure: string): Promise<void> {
  await db.$executeRaw`
    UPDATE external_calendar
    SET failure = ${failure}, failures = failures + 1,
      due_at = now() + make_interval(secs => least(${readEvery} * power(2, least(failures + 1, 10)), ${waitAtMost}))
    WHERE id = ${calendarId}::uuid`
}

/** Leaves the rows that are right as they are: most readings change little or nothing. */
async function replaceEvents(tx: Transaction, calendarId: string, busy: readonly Interval[]): Promise<void> {
  const rows = await tx.externalEvent.findMany({
    where: { calendarId },
    select: { id: true, startsAt: true, endsAt: true },
  })
  const wanted = new Set(busy.map(({ from, until }) => `${from} ${until}`))
  const keyOf = (row: (typeof rows)[number]) => `${row.startsAt.getTime()} ${row.endsAt.getTime()}`
  const there = new Set(rows.map(keyOf))
  const gone = rows.filter((row) => !wanted.has(keyOf(row)))
  const fresh = busy.filter(({ from, until }) => !there.has(`${from} ${until}`))

  await tx.$executeRaw`
    DELETE FROM external_event WHERE id = ANY(${gone.map(({ id }) => id)}::bigint[])`
  await addEvents(tx, calendarId, fresh)
}

export async function addEvents(
  tx: Transaction,
  calendarId: string,
  busy: readonly Interval[],
): Promise<void> {
  const iso = (at: number) => new Date(at).toISOString()
  await tx.$executeRaw`
    INSERT INTO external_event (calendar_id, starts_at, ends_at)
    SELECT ${calendarId}::uuid, starts_at, ends_at
    FROM unnest(
      ${busy.map(({ from }) => iso(from))}::timestamptz[],
      ${busy.map(({ until }) => iso(until))}::timestamptz[]) AS event (starts_at, ends_at)`
}
