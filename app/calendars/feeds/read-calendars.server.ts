import { db } from '#app/db.server.ts'
import type { TimeZone } from '#app/time/types.ts'
import { isExpandedEnough, readFeed, type Reading } from './read-feed.server.ts'
import { readEvery, storeReading } from './store-reading.server.ts'

/**
 * Reads the calendar that is due longest, if any is. Asking pushes it forward first, so that two processes never fetch one
 * at the same time, and one that a killed process had in hand comes up again.
 */
export async function readNextDue(now: Date): Promise<'done' | 'nothing'> {
  const [claimed] = await db.$queryRaw<{ id: string }[]>`
    UPDATE external_calendar SET due_at = now() + make_interval(secs => ${readEvery})
    WHERE id = (
      SELECT id FROM external_calendar
      WHERE due_at <= now()
      ORDER BY due_at
      LIMIT 1
      FOR UPDATE SKIP LOCKED)
    RETURNING id`
  if (!claimed) return 'nothing'
  await readCalendar(claimed.id, now)
  return 'done'
}

/** Reads one calendar now and stores what it says; null when it is not there any more. */
export async function readCalendar(calendarId: string, now: Date): Promise<Reading | null> {
  const calendar = await db.externalCalendar.findUnique({
    where: { id: calendarId },
    include: { host: { select: { timeZone: true } } },
  })
  if (!calendar) return null
  const { url, etag, lastModified, expandedTo, host } = calendar
  const reading = await readFeed(url, {
    known: isExpandedEnough(expandedTo, now) ? { etag, lastModified } : null,
    zone: host.timeZone as TimeZone,
    now,
  })
  await storeReading(calendarId, reading, now)
  return reading
}
