/**
 * What a lead waits for, in one line with a colour and a word for it: an answer that is owed comes first, then the next
 * action. Pure: times come in as stored and go out in the reader's zone.
 */
import { differenceInMinutes } from 'date-fns'
import { minutesInDay, minutesInHour } from 'date-fns/constants'
import type { LeadStatus } from '#app/prisma/enums.ts'
import { daysBetween } from '#app/time/calendar-dates.ts'
import { dateIn, timeIn } from '#app/time/instants.ts'
import { count } from '#app/time/say-duration.ts'
import { sayClearTime, sayShortDate } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { isClosed } from '../lead-status.ts'

/** `late`: its time is over; `today`: still to come today; `later`; `none`: nothing is planned, which is a gap. */
export type Urgency = 'late' | 'today' | 'later' | 'none' | 'closed'

export type Waiting = { urgency: Urgency; words: string; when: string }

type Lead = {
  status: LeadStatus
  responseDueAt: Date | null
  firstResponseAt: Date | null
  nextAction: string
  nextActionAt: Date | null
}

/** The next action as the fields of a form hold it, on the reader's clock. */
export type Planned = { title: string; date: string; time: string }

export function plannedOf(
  { nextAction, nextActionAt }: Pick<Lead, 'nextAction' | 'nextActionAt'>,
  zone: TimeZone,
): Planned {
  return {
    title: nextAction,
    date: nextActionAt ? dateIn(nextActionAt, zone) : '',
    time: nextActionAt ? timeIn(nextActionAt, zone) : '',
  }
}

export function whatWaits(lead: Lead, zone: TimeZone, now: Date): Waiting {
  const { responseDueAt, firstResponseAt, nextAction, nextActionAt } = lead
  if (isClosed(lead.status)) return { urgency: 'closed', words: '', when: '' }
  if (responseDueAt && !firstResponseAt)
    return { words: 'Answer', ...timing(responseDueAt, zone, now, `by ${sayHour(responseDueAt, zone, now)}`) }
  if (nextActionAt)
    return { words: nextAction, ...timing(nextActionAt, zone, now, sayShortDate(nextActionAt, zone, now)) }
  return { urgency: 'none', words: 'Nothing planned', when: '' }
}

function timing(at: Date, zone: TimeZone, now: Date, later: string): Pick<Waiting, 'urgency' | 'when'> {
  if (at < now) return { urgency: 'late', when: `overdue ${sayHowLong(at, now)}` }
  if (dateIn(at, zone) !== dateIn(now, zone)) return { urgency: 'later', when: later }
  return { urgency: 'today', when: `today ${sayClearTime(at, zone)}` }
}

/** `'Mon 11:00'` in the days to come, with the date after those. */
function sayHour(at: Date, zone: TimeZone, now: Date): string {
  const days = daysBetween({ from: dateIn(now, zone), until: dateIn(at, zone) })
  const day = sayShortDate(at, zone, now)
  return `${days < 7 ? day.slice(0, 3) : `${day},`} ${sayClearTime(at, zone)}`
}

/** `'40 min'`, `'18 h'`, `'6 days'`. */
export function sayHowLong(since: Date, now: Date): string {
  const minutes = Math.max(1, differenceInMinutes(now, since))
  if (minutes < minutesInHour) return `${minutes} min`
  return minutes < 2 * minutesInDay
    ? `${Math.floor(minutes / minutesInHour)} h`
    : count(Math.floor(minutes / minutesInDay), 'day')
}
