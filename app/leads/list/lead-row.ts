import type { LeadSource, LeadStatus } from '#app/prisma/enums.ts'
import { sayClearTime, sayShortDate } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { count } from '#app/time/say-duration.ts'
import { daysBetween } from '#app/time/calendar-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import { sourceNames } from '../lead-source.ts'
import { isStale } from '../stale.ts'
import { whatWaits } from './next-action.ts'

type ListedLead = {
  ref: number
  title: string
  tags: readonly string[]
  status: LeadStatus
  source: LeadSource
  version: number
  createdAt: Date
  lastActivityAt: Date
  stageEnteredAt: Date
  responseDueAt: Date | null
  firstResponseAt: Date | null
  nextAction: string
  nextActionAt: Date | null
  person: { name: string }
  company: { name: string } | null
  owner: { id: string; name: string } | null
  bookings: readonly { startsAt: Date }[]
}

type Reader = { id: string; timeZone: TimeZone }

/** One line of the list, or one card of the board, in words; times are in the viewer's zone. */
export function rowOf(lead: ListedLead, viewer: Reader, now: Date) {
  const { ref, title, tags, status, version, person, company, owner } = lead
  const [consultation] = lead.bookings
  const moment = (at: Date) => ({
    words: `${sayShortDate(at, viewer.timeZone, now)}, ${sayClearTime(at, viewer.timeZone)}`,
    iso: at.toISOString(),
  })
  return {
    ...{ ref, title, tags, status, version },
    who: company?.name ?? person.name,
    person: company ? person.name : null,
    owner: owner ? (owner.id === viewer.id ? 'you' : owner.name) : 'unassigned',
    ownerId: owner?.id ?? '',
    source: sourceNames[lead.source],
    waiting: whatWaits(lead, viewer.timeZone, now),
    stage: sayDays(lead.stageEnteredAt, viewer.timeZone, now),
    isStale: isStale(lead, now),
    consultation: consultation ? moment(consultation.startsAt) : null,
    created: moment(lead.createdAt),
    activity: {
      ...moment(lead.lastActivityAt),
      ago: sayDays(lead.lastActivityAt, viewer.timeZone, now),
    },
  }
}

export type LeadRow = ReturnType<typeof rowOf>

/** How long ago in days of the reader's calendar: `'today'`, `'1 day'`, `'12 days'`. */
export function sayDays(since: Date, zone: TimeZone, now: Date): string {
  const days = daysBetween({ from: dateIn(since, zone), until: dateIn(now, zone) })
  return days <= 0 ? 'today' : count(days, 'day')
}
