import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { TimeZone } from '#app/time/types.ts'
import { onCalendar } from '../desk/on-calendar.server.ts'
import { calendarScope } from '../scope.server.ts'
import type { NewFeed } from './feed-address.ts'
import { readCalendar } from './read-calendars.server.ts'
import { readFeed } from './read-feed.server.ts'
import { addEvents, readEvery } from './store-reading.server.ts'

const mostCalendars = 20

export type AddRefusal = 'there-already' | 'too-many' | 'our-own'

/**
 * Reads another calendar of a host and, only if that went well, keeps it. `unread` is why it could not be read, for staff.
 * Throws 403 and 404 as `onCalendar` does, before anything is fetched.
 */
export async function addFeed(
  viewer: Viewer,
  slug: string | undefined,
  feed: NewFeed,
  now: Date,
): Promise<Outcome<null, AddRefusal> | { ok: false; reason: 'unread'; failure: string }> {
  const zone = await onCalendar(viewer, slug, async (_tx, host) => host.timeZone as TimeZone)
  if (new URL(feed.url).origin === env.APP_URL) return refused('our-own')

  const reading = await readFeed(feed.url, { known: null, zone, now })
  if (reading.kind === 'failed') return { ok: false, reason: 'unread', failure: reading.failure }
  if (reading.kind === 'unchanged') throw new Error('A calendar that nobody knows is said to be unchanged')

  return onCalendar(viewer, slug, async (tx, host) => {
    const others = await tx.externalCalendar.findMany({ where: { hostId: host.id }, select: { url: true } })
    if (others.some(({ url }) => url === feed.url)) return refused('there-already')
    if (others.length >= mostCalendars) return refused('too-many')
    const { busy, etag, lastModified, expandedTo } = reading
    const { id } = await tx.externalCalendar.create({
      data: { hostId: host.id, ...feed, etag, lastModified, expandedTo, readAt: now },
    })
    await tx.$executeRaw`
      UPDATE external_calendar SET due_at = now() + make_interval(secs => ${readEvery}) WHERE id = ${id}::uuid`
    await addEvents(tx, id, busy)
    return done(null)
  })
}

/** Its times are free again. One that is not there any more is removed already. */
export async function removeFeed(viewer: Viewer, slug: string | undefined, id: string): Promise<void> {
  await onCalendar(viewer, slug, (tx, host) =>
    tx.externalCalendar.deleteMany({ where: { id, hostId: host.id } }),
  )
}

/** Reads one calendar at once; how that went is in its row. */
export async function readFeedNow(
  viewer: Viewer,
  slug: string | undefined,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  const isTheirs = await onCalendar(viewer, slug, (tx, host) =>
    tx.externalCalendar.count({ where: { id, hostId: host.id } }),
  )
  if (isTheirs) await readCalendar(id, now)
}

/** From now on only the new address shows the host's bookings; `version` is of the one that the viewer saw. */
export async function renewAddress(viewer: Viewer, slug: string | undefined, version: number): Promise<void> {
  await onCalendar(viewer, slug, (tx, host) =>
    // A double click makes one new address.
    tx.host.updateMany({
      where: { id: host.id, feedVersion: version },
      data: { feedVersion: { increment: 1 } },
    }),
  )
}

/** A host's other calendars with the number of times that they block from now on. */
export async function listFeeds(viewer: Viewer, hostId: string, now: Date) {
  return db.externalCalendar.findMany({
    where: { hostId, host: calendarScope(viewer) },
    select: {
      id: true,
      name: true,
      url: true,
      readAt: true,
      failure: true,
      createdAt: true,
      _count: { select: { events: { where: { endsAt: { gt: now } } } } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}
