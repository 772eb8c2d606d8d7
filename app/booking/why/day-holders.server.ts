import { addDays, subDays } from 'date-fns'
import { bookingScope } from '#app/booking/desk/scope.server.ts'
import { partDaysOff } from '#app/calendars/stored-rules.ts'
import { db } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import type { Host, TimeOff, Travel } from '#app/prisma/client.ts'
import type { Holder } from '#app/slots/explain-day.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { sayClearTime } from '#app/time/say.ts'
import { calendarDate } from '#app/time/stored-dates.ts'
import type { Interval, LocalTime, TimeZone } from '#app/time/types.ts'
import type { Cause } from './cause-words.ts'

type HostRow = Pick<Host, 'id' | 'slug' | 'timeZone'> & { timeOff: TimeOff[]; travel: Travel[] }
type Asked = { host: HostRow; day: Interval & { timeZone: TimeZone }; now: Date }

/** Everything that may take time from a host that day, in words that the viewer may read. */
export async function holdersOf(viewer: Viewer, asked: Asked): Promise<Holder<Cause>[]> {
  const bookings = await bookedBy(viewer, asked)
  const events = await eventsOf(asked)
  return [...bookings, ...events, ...partsOff(asked)]
}

async function bookedBy(viewer: Viewer, { host, day, now }: Asked): Promise<Holder<Cause>[]> {
  const rows = await db.booking.findMany({
    where: {
      hostId: host.id,
      blockedUntil: { gt: aDayBefore(day) },
      blockedFrom: { lt: aDayAfter(day) },
      OR: [
        { status: { in: ['confirmed', 'attended', 'no_show'] } },
        { status: 'reserved', reservedUntil: { gt: now } },
      ],
    },
    select: {
      ...{ id: true, reference: true, status: true, visitorName: true, startsAt: true, endsAt: true },
      ...{ blockedFrom: true, blockedUntil: true },
    },
  })
  const theirs = await db.booking.findMany({
    where: { id: { in: rows.map(({ id }) => id) }, AND: bookingScope(viewer) },
    select: { id: true },
  })
  const visible = new Set(theirs.map(({ id }) => id))

  return rows.map((row) => ({
    name: nameOf(row, { isVisible: visible.has(row.id), timeZone: day.timeZone }),
    blocked: { from: row.blockedFrom.getTime(), until: row.blockedUntil.getTime() },
    itself: { from: row.startsAt.getTime(), until: row.endsAt.getTime() },
  }))
}

/** The name of a visitor is for those who may see the booking. */
function nameOf(
  row: { reference: string; status: string; visitorName: string; startsAt: Date; endsAt: Date },
  { isVisible, timeZone }: { isVisible: boolean; timeZone: TimeZone },
): Cause {
  const at = sayStretch({ from: row.startsAt.getTime(), until: row.endsAt.getTime() }, timeZone)
  if (row.status === 'reserved')
    return { words: `a visitor who is filling in the form for ${at}`, href: null }
  if (!isVisible) return { words: `a booking, ${at}`, href: null }
  const { reference, visitorName } = row
  return { words: `${reference} with ${visitorName}, ${at}`, href: paths.staff.booking(reference) }
}

async function eventsOf({ host, day }: Asked): Promise<Holder<Cause>[]> {
  const events = await db.externalEvent.findMany({
    where: {
      calendar: { hostId: host.id },
      endsAt: { gt: aDayBefore(day) },
      startsAt: { lt: aDayAfter(day) },
    },
    select: { startsAt: true, endsAt: true, calendar: { select: { name: true } } },
  })
  return events.map(({ startsAt, endsAt, calendar }) => {
    const itself = { from: startsAt.getTime(), until: endsAt.getTime() }
    const words = `an event of the calendar “${calendar.name}”, ${sayStretch(itself, day.timeZone)}`
    return { name: { words, href: paths.staff.calendarFeeds(host.slug) }, blocked: itself, itself }
  })
}

function partsOff({ host, day }: Asked): Holder<Cause>[] {
  // What the tables' checks allow is what these types say.
  const timeZone = host.timeZone as TimeZone
  const travel = host.travel.map((row) => ({ ...dates(row), timeZone: row.timeZone as TimeZone }))
  return host.timeOff.flatMap((row) => {
    const times = { fromTime: row.fromTime as LocalTime | null, untilTime: row.untilTime as LocalTime | null }
    return partDaysOff({ timeZone, travel, timeOff: [{ ...dates(row), ...times }] }).map((itself) => ({
      name: {
        words: `time off, ${sayStretch(itself, day.timeZone)}${row.reason && ` (${row.reason})`}`,
        href: paths.staff.calendarDates(host.slug),
      },
      blocked: itself,
      itself,
    }))
  })
}

function dates({ from, until }: { from: Date; until: Date }) {
  return { from: calendarDate(from), until: calendarDate(until) }
}

function sayStretch({ from, until }: Interval, timeZone: TimeZone): string {
  return `${sayClearTime(from, timeZone)}–${sayClearTime(until, timeZone)}`
}

/** A buffer, or a meeting that began the evening before, reaches into the day. */
function aDayBefore({ from }: Interval): Date {
  return subDays(from, 1)
}

function aDayAfter({ until }: Interval): Date {
  return addDays(until, 1)
}
