import { subDays } from 'date-fns'
import { db } from '#app/db.server.ts'
import { literally, wordsIn } from '#app/leads/search-words.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addDays } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { writeCursor, type BookingFilter, type Cursor, type Tab } from './booking-filter.ts'
import { bookingScope } from './scope.server.ts'

const rowsOnAPage = 50
/** Counting further costs more than anyone learns from it. */
export const countedUpTo = 99

const rowShape = {
  id: true,
  reference: true,
  status: true,
  startsAt: true,
  endsAt: true,
  visitorName: true,
  company: true,
  type: { select: { name: true } },
  host: { select: { name: true, staffId: true, staff: { select: { name: true } } } },
} satisfies Prisma.BookingSelect

export type ListedBooking = Prisma.BookingGetPayload<{ select: typeof rowShape }>

/** One page of the bookings that the viewer may see: the next ones first, of those that are over the last ones. */
export async function listBookings(viewer: Viewer, filter: BookingFilter, now: Date) {
  const order = filter.show === 'upcoming' || filter.show === 'today' ? 'asc' : 'desc'
  const found = await db.booking.findMany({
    where: { AND: [whereOf(viewer, filter, now), ...(filter.after ? [beyond(filter.after, order)] : [])] },
    orderBy: [{ startsAt: order }, { id: order }],
    take: rowsOnAPage + 1,
    select: rowShape,
  })
  const bookings = found.slice(0, rowsOnAPage)
  const last = bookings.at(-1)
  return { bookings, next: found.length > rowsOnAPage && last ? writeCursor(last) : null }
}

/**
 * How many bookings wait for somebody to say how they went; ends at `countedUpTo` + 1. They are read in the list's own
 * order, so that the same index leads to them: counting them takes no order and reads far more.
 */
export async function countToMark(viewer: Viewer, filter: BookingFilter, now: Date): Promise<number> {
  const waiting = await db.booking.findMany({
    where: whereOf(viewer, { ...filter, show: 'to-mark' }, now),
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: countedUpTo + 1,
    select: { id: true },
  })
  return waiting.length
}

/** What the list can be narrowed by. */
export async function listNarrowings() {
  const [hosts, types] = await Promise.all([
    db.host.findMany({
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { slug: true, name: true, staff: { select: { name: true } } },
    }),
    db.consultationType.findMany({
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      select: { slug: true, name: true },
    }),
  ])
  return { hosts: hosts.map(({ slug, name, staff }) => ({ slug, name: staff?.name ?? name })), types }
}

export function whereOf(
  viewer: Viewer,
  { show, host, type, q, from, until, was }: BookingFilter,
  now: Date,
): Prisma.BookingWhereInput {
  const startOf = (date: CalendarDate) => new Date(startOfDay(date, viewer.timeZone))
  return {
    AND: [
      bookingScope(viewer),
      tabConditions[show](now, viewer),
      ...(show === 'past' && was ? [{ status: was }] : []),
      ...(from ? [{ startsAt: { gte: startOf(from) } }] : []),
      ...(until ? [{ startsAt: { lt: startOf(addDays(until, 1)) } }] : []),
      ...(host ? [{ host: { is: { slug: host } } }] : []),
      ...(type ? [{ type: { is: { slug: type } } }] : []),
      // A lead is found by all that is known of it, the references of its bookings among it.
      ...wordsIn(q).map((word) => ({ lead: { is: { searchText: { contains: literally(word) } } } })),
    ],
  }
}

const tabConditions: Record<Tab, (now: Date, viewer: Viewer) => Prisma.BookingWhereInput> = {
  upcoming: (now) => ({ status: 'confirmed', startsAt: { gt: now } }),
  // Still to come or under way; the first bound says nothing new, but lets the index begin there.
  today: (now, { timeZone }) => ({
    status: 'confirmed',
    startsAt: {
      gte: subDays(now, 1),
      lt: new Date(startOfDay(addDays(dateIn(now, timeZone), 1), timeZone)),
    },
    endsAt: { gt: now },
  }),
  'to-mark': (now) => ({ status: 'confirmed', startsAt: { lte: now } }),
  past: (now) => ({ status: { in: ['attended', 'no_show'] }, startsAt: { lte: now } }),
  cancelled: () => ({ status: 'cancelled' }),
}

/** The first clause says nothing new, but turns the second from a filter into a range of the index. */
function beyond({ startsAt, id }: Cursor, order: 'asc' | 'desc'): Prisma.BookingWhereInput {
  const [past, from] = order === 'asc' ? (['gt', 'gte'] as const) : (['lt', 'lte'] as const)
  return {
    AND: [
      { startsAt: { [from]: startsAt } },
      { OR: [{ startsAt: { [past]: startsAt } }, { startsAt, id: { [past]: id } }] },
    ],
  }
}
