import { db } from '#app/db.server.ts'
import type { EpochMs } from '#app/time/types.ts'
import { loadCalendar } from '#app/calendars/calendar.server.ts'
import { nearbyReach, nearestSlots } from '#app/calendars/offer.ts'

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
  const around = Math.max(asked.start.getTime(), now.getTime())
  const calendar = await loadCalendar(db, {
    ...asked,
    span: { from: around - nearbyReach, until: around + nearbyReach },
  })
  if (!calendar) return []
  return nearestSlots(calendar, { start: asked.start.getTime(), now: now.getTime() }).map(
    ({ startsAt }) => startsAt,
  )
}
