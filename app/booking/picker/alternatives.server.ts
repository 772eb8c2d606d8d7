import { loadCalendar } from '#app/calendars/calendar.server.ts'
import { nearbyReach, nearestSlots } from '#app/calendars/offer.ts'
import { db } from '#app/db.server.ts'
import type { EpochMs, Interval } from '#app/time/types.ts'

/** Up to five free times around one that could not be had, in order. */
export async function findAlternatives(
  asked: {
    typeSlug: string
    hostSlug?: string | undefined
    start: Date
    except?: string
    reservedBy?: string | undefined
  },
  now: Date,
): Promise<EpochMs[]> {
  const when = { start: asked.start.getTime(), now: now.getTime() }
  const calendar = await loadCalendar(db, { ...asked, span: spanOfAlternatives(when) })
  return calendar ? nearestSlots(calendar, when).map(({ startsAt }) => startsAt) : []
}

/** Where the alternatives to a start lie: around it, or around now once it has passed. */
export function spanOfAlternatives({ start, now }: { start: EpochMs; now: EpochMs }): Interval {
  const around = Math.max(start, now)
  return { from: around - nearbyReach, until: around + nearbyReach }
}
