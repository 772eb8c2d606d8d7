import { milliseconds } from 'date-fns'
import { loadCalendars } from '#app/calendars/calendar.server.ts'
import { offeredSlots } from '#app/calendars/offer.ts'
import { db } from '#app/db.server.ts'
import { sayClearTime, sayShortDate } from '#app/time/say.ts'
import type { EpochMs, TimeZone } from '#app/time/types.ts'
import { inVisitorsOrder } from './arrange-types.server.ts'
import { sayPlace } from './type-words.ts'

/** How far ahead the next free time is looked for: what is farther away helps nobody who looks at this list. */
const lookAhead = { days: 62 }

export type TypeRow = {
  slug: string
  name: string
  minutes: number
  hosts: string[]
  place: string
  active: boolean
  questions: number
  next: { iso: string; words: string } | null
}

/** All types in the visitors' order; the next free time is on the reader's clock. */
export async function listTypes(timeZone: TimeZone, now: Date): Promise<TypeRow[]> {
  const types = await db.consultationType.findMany({
    orderBy: inVisitorsOrder,
    include: {
      hosts: {
        where: { host: { active: true } },
        select: { host: { select: { name: true } } },
        orderBy: { host: { name: 'asc' } },
      },
      _count: { select: { questions: true } },
    },
  })
  const slugs = types.filter(({ active }) => active).map(({ slug }) => slug)
  const free = await nextFreeOf(slugs, timeZone, now)
  return types.map(({ slug, name, minutes, active, hosts, _count, ...type }) => ({
    ...{ slug, name, minutes, active },
    hosts: hosts.map(({ host }) => host.name),
    place: sayPlace(type),
    questions: _count.questions,
    next: free.get(slug) ?? null,
  }))
}

/** The soonest start that anybody could book now, in words. */
export async function nextFree(typeSlug: string, timeZone: TimeZone, now: Date): Promise<TypeRow['next']> {
  return (await nextFreeOf([typeSlug], timeZone, now)).get(typeSlug) ?? null
}

/** The same of several types, each under its slug. */
async function nextFreeOf(
  typeSlugs: readonly string[],
  timeZone: TimeZone,
  now: Date,
): Promise<Map<string, NonNullable<TypeRow['next']>>> {
  const span = { from: now.getTime(), until: now.getTime() + milliseconds(lookAhead) }
  const calendars = await loadCalendars(db, typeSlugs, { span })
  const free = new Map<string, NonNullable<TypeRow['next']>>()
  for (const calendar of calendars) {
    const [slot] = offeredSlots(calendar, { ...span, now: now.getTime() })
    if (slot) free.set(calendar.type.slug, describeStart(slot.startsAt, timeZone, now))
  }
  return free
}

function describeStart(start: EpochMs, timeZone: TimeZone, now: Date) {
  return {
    iso: new Date(start).toISOString(),
    words: `${sayShortDate(start, timeZone, now)}, ${sayClearTime(start, timeZone)}`,
  }
}
