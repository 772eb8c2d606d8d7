import { milliseconds } from 'date-fns'
import { loadCalendar } from '#app/calendars/calendar.server.ts'
import { offeredSlots } from '#app/calendars/offer.ts'
import { db } from '#app/db.server.ts'
import { sayClearTime, sayShortDate } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
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
  const rows: TypeRow[] = []
  // One after the other: each reads a whole calendar.
  for (const { slug, name, minutes, active, hosts, _count, ...type } of types) {
    rows.push({
      ...{ slug, name, minutes, active },
      hosts: hosts.map(({ host }) => host.name),
      place: sayPlace(type),
      questions: _count.questions,
      next: active ? await nextFree(slug, timeZone, now) : null,
    })
  }
  return rows
}

/** The soonest start that anybody could book now, in words. */
export async function nextFree(typeSlug: string, timeZone: TimeZone, now: Date): Promise<TypeRow['next']> {
  const span = { from: now.getTime(), until: now.getTime() + milliseconds(lookAhead) }
  const calendar = await loadCalendar(db, { typeSlug, span })
  const [slot] = calendar ? offeredSlots(calendar, { ...span, now: now.getTime() }) : []
  if (!slot) return null
  return {
    iso: new Date(slot.startsAt).toISOString(),
    words: `${sayShortDate(slot.startsAt, timeZone, now)}, ${sayClearTime(slot.startsAt, timeZone)}`,
  }
}
