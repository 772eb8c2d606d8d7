import { loadCalendar } from '#app/calendars/calendar.server.ts'
import { holidaysOf } from '#app/calendars/holidays.server.ts'
import { calendarScope } from '#app/calendars/scope.server.ts'
import { db } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import { explainDay, dayOf } from '#app/slots/explain-day.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addDays } from '#app/time/calendar-dates.ts'
import { startOfDay } from '#app/time/instants.ts'
import { cityOf } from '#app/time/say.ts'
import { calendarDate, storedDate } from '#app/time/stored-dates.ts'
import type { CalendarDate, Interval, TimeZone } from '#app/time/types.ts'
import type { Cause, Names } from './cause-words.ts'
import { holdersOf } from './day-holders.server.ts'
import { clockNotes, rowsOf, summaryOf, type WhyRow } from './why-words.ts'

export type Why = { summary: string; notes: Cause[]; rows: WhyRow[]; timeZone: TimeZone }

/** The types, and the calendars that the viewer may look into. */
export async function listChoices(viewer: Viewer) {
  const types = await db.consultationType.findMany({
    orderBy: [{ active: 'desc' }, { position: 'asc' }, { name: 'asc' }],
    select: { slug: true, name: true, active: true },
  })
  const hosts = await db.host.findMany({
    where: calendarScope(viewer),
    orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    select: {
      ...{ slug: true, name: true, active: true, timeZone: true },
      types: { select: { type: { select: { slug: true } } } },
    },
  })
  return {
    types,
    hosts: hosts.map(({ types: held, ...host }) => ({ ...host, holds: held.map(({ type }) => type.slug) })),
  }
}

type Choices = Awaited<ReturnType<typeof listChoices>>

/** What is asked for, and where nothing is said the first type and calendar that belong together. */
export function pairAsked(asked: { type?: string; host?: string }, { types, hosts }: Choices) {
  const holds = hosts.find(({ slug }) => slug === asked.host)?.holds
  const type = asked.type || (types.find(({ slug }) => holds?.includes(slug)) ?? types[0])?.slug
  const holder = hosts.find((host) => type !== undefined && host.holds.includes(type))
  return { type, host: asked.host || (holder ?? hosts[0])?.slug }
}

type Asked = { type: string; host: string; date: CalendarDate; visitorZone: TimeZone | null; now: Date }

/** Why each time of a host's day is offered or not; 404 for a calendar out of the viewer's scope and for no such type. */
export async function loadWhy(viewer: Viewer, asked: Asked): Promise<Why> {
  const host = await findHost(viewer, asked)
  const type = await db.consultationType.findUnique({ where: { slug: asked.type } })
  if (!host || !type) throw new Response(null, { status: 404 })

  const home = host.timeZone as TimeZone
  const span = aroundDay(asked.date, home)
  const calendar = await loadCalendar(db, { typeSlug: type.slug, hostSlug: host.slug, span })
  const [theirs] = calendar?.hosts ?? []
  if (!calendar || !theirs) return { ...nothingToExplain, notes: [whyNone(type, host)], timeZone: home }

  const day = dayOf(theirs.rules, asked.date)
  const closures = await closuresOn(asked.date)
  const names = namesOf({ host, type: { ...type, ...calendar.meeting }, day, date: asked.date, closures })
  const holders = await holdersOf(viewer, { host, day, now: asked.now })
  const entries = explainDay({ host: theirs.rules, meeting: calendar.meeting, busy: theirs.busy }, holders, {
    date: asked.date,
    now: asked.now.getTime(),
  })
  const rows = rowsOf(entries, names, asked.visitorZone)
  return { summary: summaryOf(rows), notes: notesOf(names, home), rows, timeZone: day.timeZone }
}

/** On a journey the day may be a day and some hours away from the one at home. */
function aroundDay(date: CalendarDate, home: TimeZone): Interval {
  return { from: startOfDay(addDays(date, -2), home), until: startOfDay(addDays(date, 3), home) }
}

const nothingToExplain = { summary: 'No time is offered.', rows: [] }

function findHost(viewer: Viewer, asked: Asked) {
  return db.host.findFirst({
    where: { slug: asked.host, AND: calendarScope(viewer) },
    include: {
      schedules: true,
      timeOff: true,
      travel: true,
      types: { where: { type: { slug: asked.type } } },
    },
  })
}

type HostFound = NonNullable<Awaited<ReturnType<typeof findHost>>>

function whyNone(type: { slug: string; name: string; active: boolean }, host: HostFound): Cause {
  if (!type.active)
    return { words: `“${type.name}” is switched off for visitors.`, href: paths.staff.type(type.slug) }
  if (!host.active)
    return { words: `The calendar of ${host.name} is switched off.`, href: paths.staff.calendar(host.slug) }
  return { words: `${host.name} does not hold “${type.name}”.`, href: paths.staff.type(type.slug) }
}

function notesOf(names: Names, home: TimeZone): Cause[] {
  const changes = clockNotes(names).map((words) => ({ words, href: null }))
  if (names.day.timeZone === home) return changes
  const words = `${names.host.name} is away on this day: the times are those of ${cityOf(names.day.timeZone)}.`
  return [{ words, href: paths.staff.calendarDates(names.host.slug) }, ...changes]
}

function namesOf(about: {
  host: HostFound
  type: Names['type']
  day: Names['day']
  date: CalendarDate
  closures: string[]
}): Names {
  const { host, type, day, date, closures } = about
  const [held] = host.types
  const schedule =
    host.schedules.find(({ id }) => id === held?.scheduleId) ??
    host.schedules.find(({ isDefault }) => isDefault)
  const offs = host.timeOff.filter(({ fromTime, from, until }) => !fromTime && spans({ from, until }, date))
  return {
    host: { slug: host.slug, name: host.name },
    type,
    day,
    schedule: schedule?.name ?? '',
    closures,
    daysOff: offs.map(({ reason }) => reason),
    holiday: holidayOn(host.region, date),
  }
}

async function closuresOn(date: CalendarDate): Promise<string[]> {
  const closures = await db.closure.findMany({
    where: { from: { lte: storedDate(date) }, until: { gte: storedDate(date) } },
    select: { name: true },
  })
  return closures.map(({ name }) => name)
}

function holidayOn(region: string | null, date: CalendarDate): string {
  if (!region) return ''
  const year = Number(date.slice(0, 4))
  return holidaysOf(region, { from: year, until: year }).find((holiday) => holiday.date === date)?.name ?? ''
}

function spans({ from, until }: { from: Date; until: Date }, date: CalendarDate): boolean {
  return calendarDate(from) <= date && date <= calendarDate(until)
}
