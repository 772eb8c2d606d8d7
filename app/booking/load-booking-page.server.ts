import { randomUUID } from 'node:crypto'
import { subMilliseconds } from 'date-fns'
import { newStamp } from '#app/abuse/guard.server.ts'
import { askForTime, type Unavailable } from '#app/booking/picker/asked-time.server.ts'
import { loadPicker } from '#app/booking/picker/load-picker.server.ts'
import { readSlot } from '#app/booking/picker/read-slot.ts'
import { showZones } from '#app/booking/picker/show-zones.ts'
import { listAway } from '#app/calendars/away.server.ts'
import { findAsked } from '#app/consultations/find-asked.server.ts'
import { db } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import type { CalendarMonth } from '#app/time/calendar-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import type { BookableHost } from './bookable-types.server.ts'
import type { BookingDetails } from './booking-form.tsx'
import { describeHeld, findHolding } from './held-words.server.ts'
import { loadChoices } from './load-choices.server.ts'
import { readVisit, type Visit } from './visit.server.ts'

/** `about`: the role or the request it is for. `told`: what a requirement has said of its visitor, null without one. */
type Asked = {
  typeSlug: string | undefined
  about: string | null
  told: { zone: string; details: BookingDetails } | null
  now: Date
}

/** The step that the address stands for: a type to choose, a time to choose, or the form for a time that is free. */
export async function loadBookingPage(request: Request, asked: Asked) {
  const visit = await readVisit(request, asked)
  const { context, isZoneGuessed } = visit
  const page = { about: asked.about, context, isZoneGuessed }
  const { type, retired } = visit
  if (!type) {
    const choices = await loadChoices(visit, asked.now)
    return { ...page, step: 'type' as const, type: null, retired, choices }
  }
  return { ...page, ...(await loadType(request, { ...visit, type }, asked)) }
}

type VisitOfType = Visit & { type: NonNullable<Visit['type']> }

async function loadType(request: Request, visit: VisitOfType, { told, now }: Asked) {
  const { type, host, asked } = visit
  const { heldBy, hold } = await findHolding(request, { type: type.slug, host: host?.slug, slot: asked.slot })
  // What is held was early enough when it was chosen.
  const since = subMilliseconds(now, hold?.heldForMs ?? 0)
  const wished = await askForTime({ ...aboutTimes(visit), reservedBy: heldBy, slot: asked.slot }, since)
  const ofType = {
    type,
    typesHref: typesHref(visit),
    asked: (await findAsked(db, type.slug)) ?? { callsYou: false, questions: [] },
    told: told && told.details,
    newKey: randomUUID(),
    newStamp: newStamp(now),
  }
  // The second step shows no calendar.
  if (wished.kind === 'free') {
    const held = hold && describeHeld(hold, wished.chosen.start, visit)
    return { ...ofType, step: 'details' as const, chosen: wished.chosen, held }
  }
  const unavailable = wished.kind === 'unavailable' ? wished.unavailable : null
  const calendar = await showCalendar(visit, { unavailable, heldBy, now })
  return { ...ofType, step: 'time' as const, unavailable, ...calendar }
}

/** What decides which times there are, and how they are said. */
function aboutTimes({ type, host, timeZone, clock }: VisitOfType) {
  return { typeSlug: type.slug, hostSlug: host?.slug, timeZone, clock }
}

/** The calendar, open on what the address asks for, or on the nearest time when that cannot be had. */
async function showCalendar(
  visit: VisitOfType,
  { unavailable, heldBy, now }: { unavailable: Unavailable | null; heldBy: string | undefined; now: Date },
) {
  const { month, date, at } = visit.asked
  const nearest = unavailable?.nearby[0]?.start
  const picker = await loadPicker({
    ...aboutTimes(visit),
    reservedBy: heldBy,
    ...(nearest ? { at: nearest } : { month, date, at }),
    now,
  })
  const shownDate = picker.day?.date ?? dateIn(now, visit.timeZone)
  const wished = readSlot(at)
  const keptAt = wished && dateIn(wished, visit.timeZone) === picker.day?.date ? at : undefined
  const standsFor = keptAt ?? picker.day?.times[0]?.start
  return {
    picker,
    away: visit.host && (await showAway(visit.host, visit.type.slug, { month: picker.month.key, now })),
    at: standsFor,
    zones: showZones(
      {
        timeZone: visit.timeZone,
        isGuessed: visit.isZoneGuessed,
        zones: visit.asked.zones,
        linkTo: (about) => paths.book({ ...visit.context, ...about, at: standsFor }),
      },
      { date: shownDate, now: now.getTime(), clock: visit.clock },
    ),
  }
}

async function showAway(host: BookableHost, typeSlug: string, about: { month: CalendarMonth; now: Date }) {
  return { name: host.name, away: await listAway(host, typeSlug, about) }
}

function typesHref({ offered, context }: Visit): string | null {
  return offered.length > 1 ? paths.book({ ...context, type: undefined, host: undefined }) : null
}
