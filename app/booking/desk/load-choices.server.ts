import { hostName } from '#app/booking/letters/booking-letters.server.ts'
import type { MadeBooking } from '#app/booking/made-booking.server.ts'
import { loadCalendar, spanAround } from '#app/calendars/calendar.server.ts'
import { offeredSlots } from '#app/calendars/offer.ts'
import { forStaff } from '#app/calendars/staff-offer.ts'
import { db } from '#app/db.server.ts'
import { addDays, isCalendarDate } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import { sayCalendarDate, sayClearTime, sayZone } from '#app/time/say.ts'
import type { CalendarDate, TimeZone } from '#app/time/types.ts'
import { whyNotByStaff, type StaffRefusal } from './decide-for-staff.server.ts'

export type TimeChoice = { start: string; words: string; forVisitor: string | null }
export type MoveChoices = { date: CalendarDate; day: string; zoneName: string; times: TimeChoice[] }

/** What the booking's host offers on a day where the viewer is, without notice, window and limits. */
export async function loadTimes(
  booking: MadeBooking,
  { wished, timeZone }: { wished: string | null; timeZone: TimeZone },
  now: Date,
): Promise<MoveChoices> {
  const own = dateIn(booking.startsAt, timeZone)
  const date = wished && isCalendarDate(wished) ? wished : own
  const span = { from: startOfDay(date, timeZone), until: startOfDay(addDays(date, 1), timeZone) }
  const calendar = await loadCalendar(db, {
    typeSlug: booking.type.slug,
    hostSlug: booking.host.slug,
    span,
    except: booking.id,
  })
  const slots = calendar ? offeredSlots(forStaff(calendar), { ...span, now: now.getTime() }) : []
  return {
    date,
    day: sayCalendarDate(date),
    zoneName: sayZone(timeZone, span.from),
    times: slots
      .filter(({ startsAt }) => startsAt !== booking.startsAt.getTime())
      .map(({ startsAt }) => ({
        start: new Date(startsAt).toISOString(),
        words: sayClearTime(startsAt, timeZone),
        forVisitor: timeThere(startsAt, timeZone, booking.visitorTimeZone as TimeZone),
      })),
  }
}

/** What the visitor's clock shows then, unless it shows the same. */
function timeThere(moment: number, here: TimeZone, there: TimeZone): string | null {
  const theirs = sayClearTime(moment, there)
  const [ourDate, theirDate] = [dateIn(moment, here), dateIn(moment, there)]
  if (theirs === sayClearTime(moment, here) && ourDate === theirDate) return null
  return ourDate === theirDate ? theirs : `${theirs}, ${theirDate > ourDate ? 'next day' : 'day before'}`
}

/** `why`: what keeps that host from holding the booking; null when they can. */
export type HostChoice = { slug: string; name: string; why: StaffRefusal | null }

/** The other hosts of the booking's type, and whether each is free at its time. */
export async function loadOtherHosts(booking: MadeBooking, now: Date): Promise<HostChoice[]> {
  const hosts = await db.host.findMany({
    where: { active: true, id: { not: booking.hostId }, types: { some: { typeId: booking.typeId } } },
    include: { staff: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const calendar = await loadCalendar(db, {
    typeSlug: booking.type.slug,
    span: spanAround(booking.startsAt.getTime()),
    except: booking.id,
  })
  return hosts.map((host) => {
    const theirs = calendar && { ...calendar, hosts: calendar.hosts.filter(({ id }) => id === host.id) }
    const why = whyNotByStaff(theirs, { start: booking.startsAt }, now)
    return { slug: host.slug, name: hostName({ host }), why }
  })
}
