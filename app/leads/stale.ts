import { millisecondsInDay } from 'date-fns/constants'
import type { LeadStatus } from '#app/prisma/enums.ts'
import { site } from '#app/site.ts'
import { addDays, weekdayOf } from '#app/time/calendar-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import { openStatuses } from './lead-status.ts'

type OpenStatus = (typeof openStatuses)[number]

/** How many working days an open lead may lie without anything happening, by where it stands. */
export const quietDays: Record<OpenStatus, number> = {
  new: 1,
  contacted: 5,
  qualified: 5,
  proposed: 7,
  interviewing: 7,
}

/** An open lead is stale when the last thing happened before this: Monday's limit of one day is Friday, same time. */
export function staleBefore(status: OpenStatus, now: Date): Date {
  const today = dateIn(now, site.office.timeZone)
  let [days, quiet] = [0, 0]
  while (quiet < quietDays[status]) {
    days++
    if (weekdayOf(addDays(today, -days)) <= 5) quiet++
  }
  return new Date(now.getTime() - days * millisecondsInDay)
}

export function isStale(lead: { status: LeadStatus; lastActivityAt: Date }, now: Date): boolean {
  const status = openStatuses.find((open) => open === lead.status)
  return status !== undefined && lead.lastActivityAt < staleBefore(status, now)
}
