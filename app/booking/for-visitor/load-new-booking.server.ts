import { readSlot } from '#app/booking/picker/read-slot.ts'
import { zoneChoices } from '#app/booking/picker/zone-choices.ts'
import { findAsked } from '#app/consultations/find-asked.server.ts'
import { db } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { addDays, isCalendarDate } from '#app/time/calendar-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayCalendarDate, sayClearTime, sayShortDate, sayZone } from '#app/time/say.ts'
import type { CalendarDate, EpochMs, TimeZone } from '#app/time/types.ts'
import { isTimeZone } from '#app/time/zones.ts'
import { findLead } from './book-for-visitor.server.ts'
import { describeTime, loadChosen } from './load-chosen.server.ts'
import { listTypes, timesOn } from './load-times.server.ts'
import { readTypedTime } from './typed-time.ts'

type Query = Partial<Record<string, string>>

/** Everything that the page shows before anything is sent; `null` when no type can be booked. 404 for no such lead. */
export async function loadNewBooking(viewer: Viewer, query: Query, now: Date) {
  const lead = await leadAsked(viewer, query.lead)
  const types = await listTypes()
  const type = types.find(({ slug }) => slug === query.type) ?? types[0]
  if (!type) return null

  const hosts = type.hosts.map(({ host }) => host)
  const host = hosts.find(({ slug }) => slug === query.host)
  const timeZone = zoneAsked(query.tz, lead?.person.timeZone) ?? viewer.timeZone
  const otherZone = zoneBeside(hosts, host) ?? viewer.timeZone
  const context = { lead: lead ? String(lead.ref) : undefined, type: type.slug, host: host?.slug, timeZone }
  const typedZone = query.whose === 'host' ? otherZone : timeZone
  const typed = readTypedTime({ on: query.on ?? '', at: query.at ?? '', zone: typedZone })
  const start = typed.kind === 'one' ? new Date(typed.at) : readSlot(query.slot)
  const date = dateAsked(query.date, dateIn(start ?? now, timeZone), dateIn(now, timeZone))
  const wanted = { type: type.slug, host: host?.slug }
  const clocks = { timeZone, otherZone }
  const linkTo = (at: EpochMs) =>
    paths.staff.newBooking({ ...context, date, slot: new Date(at).toISOString() })

  return {
    context,
    date,
    lead: lead && { ref: lead.ref, title: lead.title, name: lead.person.name },
    hostName: host?.name ?? null,
    hosts: hosts.map(({ slug, name }) => ({ slug, name })),
    choices: choicesOf({ types, hosts, timeZone, now }),
    clocks: {
      theirs: sayZone(timeZone, now),
      other: sayZone(otherZone, now),
      isSame: timeZone === otherZone,
    },
    times: start
      ? []
      : (await timesOn(wanted, { date, timeZone }, now)).map((at) => timeRow(at, clocks, linkTo)),
    heading: sayCalendarDate(date),
    typed: {
      ...{ on: query.on ?? '', at: query.at ?? '', whose: query.whose === 'host' ? 'host' : 'theirs' },
      wrong: typed.kind === 'wrong' ? { [typed.field]: [typed.message] } : {},
      choices:
        typed.kind === 'two' ? typed.choices.map(({ at, words }) => ({ href: linkTo(at), words })) : [],
    },
    chosen: start && (await loadChosen({ wanted, hostName: host?.name, start, clocks, linkTo }, now)),
    asked: await findAsked(db, type.slug),
    details: detailsOf(lead),
  }
}

async function leadAsked(viewer: Viewer, ref: string | undefined) {
  if (!ref) return null
  if (!/^[1-9]\d{0,8}$/.test(ref)) throw new Response(null, { status: 404 })
  return findLead(viewer, Number(ref))
}

function zoneAsked(...wished: (string | null | undefined)[]): TimeZone | null {
  return wished.find((zone): zone is TimeZone => Boolean(zone) && isTimeZone(zone ?? '')) ?? null
}

/** The zone of whoever holds it, when there is one. */
function zoneBeside(hosts: readonly { timeZone: string }[], host: { timeZone: string } | undefined) {
  const zones = new Set((host ? [host] : hosts).map(({ timeZone }) => timeZone))
  const [only] = zones
  return zones.size === 1 && only && isTimeZone(only) ? only : null
}

/** Days that are over and far ones are slips. */
function dateAsked(text: string | undefined, usual: CalendarDate, today: CalendarDate): CalendarDate {
  return text && isCalendarDate(text) && text >= today && text < addDays(today, 1830) ? text : usual
}

function choicesOf(about: {
  types: Awaited<ReturnType<typeof listTypes>>
  hosts: readonly { slug: string; name: string }[]
  timeZone: TimeZone
  now: Date
}) {
  return {
    types: about.types.map(({ slug, name, minutes }) => ({ value: slug, label: `${name}, ${minutes} min` })),
    hosts: [
      { value: '', label: 'Whoever is next' },
      ...about.hosts.map(({ slug, name }) => ({ value: slug, label: name })),
    ],
    zones: zoneChoices(about.timeZone, about.now),
  }
}

function timeRow(
  at: EpochMs,
  { timeZone, otherZone }: { timeZone: TimeZone; otherZone: TimeZone },
  linkTo: (at: EpochMs) => string,
) {
  const isSameDay = dateIn(at, timeZone) === dateIn(at, otherZone)
  return {
    ...describeTime(at, timeZone),
    href: linkTo(at),
    theirs: sayClearTime(at, timeZone),
    other: `${isSameDay ? '' : `${sayShortDate(at, otherZone)}, `}${sayClearTime(at, otherZone)}`,
  }
}

function detailsOf(lead: Awaited<ReturnType<typeof leadAsked>>) {
  return {
    name: lead?.person.name ?? '',
    email: lead?.person.emails[0]?.email ?? '',
    company: lead?.company?.name ?? '',
    phone: lead?.person.phone ?? '',
    message: '',
    guests: '',
  }
}
