import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addDays, datesBetween } from '#app/time/calendar-dates.ts'
import { startOfDay } from '#app/time/instants.ts'
import type { CalendarDate, Interval } from '#app/time/types.ts'
import { standingOf } from './booking-status.ts'
import { bookingScope } from './scope.server.ts'
import { datesOf, heldIn, isWithin, loadWeekHosts, type HostWeek } from './week-hosts.server.ts'
import { arrangeWeek, type Week, type WeekEntry, type WeekNote } from './week.ts'

export type LoadedWeek = { week: Week; hosts: { slug: string; name: string }[]; more: boolean }

/**
 * The week from that Monday where the viewer is: every calendar, or the one of that slug. Bookings out of the viewer's
 * scope are only said to be there.
 */
export async function loadWeek(
  viewer: Viewer,
  { monday, slug }: { monday: CalendarDate; slug: string | undefined },
  now: Date,
): Promise<LoadedWeek> {
  const { timeZone } = viewer
  const dates = datesBetween({ from: monday, until: addDays(monday, 6) })
  const span = { from: startOfDay(monday, timeZone), until: startOfDay(addDays(monday, 7), timeZone) }
  const closures = (await db.closure.findMany()).map((row) => ({ ...datesOf(row), name: row.name }))
  const { hosts, more } = await loadWeekHosts({ slug, span, dates }, closures)
  const ids = hosts.map(({ id }) => id)
  const [bookings, events] = await Promise.all([
    findBookings(viewer, { ids, span }, now),
    findEvents({ ids, span }),
  ])
  const off = hosts.flatMap((host) => host.off.map((part) => busy(part, host.id, 'Time off')))
  const closed = dates.flatMap((date) =>
    closures
      .filter((closure) => isWithin([closure], date))
      .map(({ name }) => ({ date, host: null, words: `Closed: ${name}` })),
  )
  const entries = [...bookings, ...events, ...off].map(({ hostId, ...entry }) => ({
    ...entry,
    host: ids.indexOf(hostId),
  }))
  return {
    week: arrangeWeek(
      { open: hosts.map(({ open }) => open), entries, notes: [...closed, ...notesOf(hosts)] },
      { monday, timeZone, now: now.getTime() },
    ),
    hosts: hosts.map(({ slug, name }) => ({ slug, name })),
    more,
  }
}

type Unplaced = WeekEntry extends infer Entry
  ? Entry extends WeekEntry
    ? Omit<Entry, 'host'>
    : never
  : never
type OfHost = Unplaced & { hostId: string }
type About = { ids: readonly string[]; span: Interval }

async function findBookings(viewer: Viewer, { ids, span }: About, now: Date): Promise<OfHost[]> {
  const where = { hostId: { in: [...ids] }, ...heldIn(span) } satisfies Prisma.BookingWhereInput
  const [all, seen] = await Promise.all([
    db.booking.findMany({ where, select: { id: true, hostId: true, startsAt: true, endsAt: true } }),
    db.booking.findMany({
      where: { AND: [where, bookingScope(viewer)] },
      select: { id: true, reference: true, visitorName: true, status: true, startsAt: true },
    }),
  ])
  const known = new Map(seen.map((booking) => [booking.id, booking]))
  return all.map(({ id, hostId, startsAt, endsAt }) => {
    const booking = known.get(id)
    const at = { from: startsAt.getTime(), until: endsAt.getTime() }
    if (!booking) return busy(at, hostId, 'Busy')
    const standing = standingOf(booking, now)
    return {
      ...at,
      hostId,
      kind: 'booking',
      reference: booking.reference,
      visitor: booking.visitorName,
      standing,
    }
  })
}

async function findEvents({ ids, span }: About): Promise<OfHost[]> {
  const events = await db.externalEvent.findMany({
    where: {
      calendar: { hostId: { in: [...ids] } },
      endsAt: { gt: new Date(span.from) },
      startsAt: { lt: new Date(span.until) },
    },
    select: { startsAt: true, endsAt: true, calendar: { select: { hostId: true } } },
  })
  return events.map(({ startsAt, endsAt, calendar }) =>
    busy({ from: startsAt.getTime(), until: endsAt.getTime() }, calendar.hostId, 'Other calendar'),
  )
}

function busy({ from, until }: Interval, hostId: string, words: string): OfHost {
  return { from, until, hostId, kind: 'busy', words }
}

/** The whole days that hosts are off; what all of them share is said once. */
function notesOf(hosts: readonly HostWeek[]): WeekNote[] {
  const notes = hosts.flatMap(({ wholeDays }, host) => wholeDays.map((day) => ({ ...day, host })))
  const isShared = (note: WeekNote) =>
    hosts.length > 1 &&
    hosts.every((_, host) =>
      notes.some((other) => other.host === host && other.date === note.date && other.words === note.words),
    )
  return notes
    .filter((note) => !isShared(note) || note.host === 0)
    .map((note) => (isShared(note) ? { ...note, host: null } : note))
}
