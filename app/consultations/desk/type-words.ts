/** A type's settings in words, for the desk. */
import { sayLimits } from '#app/calendars/limit-columns.ts'
import type { ConsultationType } from '#app/prisma/client.ts'
import { sayDayAndYear } from '#app/time/say.ts'
import { calendarDate } from '#app/time/stored-dates.ts'
import { meetingPlace, type StoredPlace } from '../place.ts'
import { sayLength } from './amounts.ts'

/** `'Video call'`, `'Telephone'`, or the address. */
export function sayPlace(type: StoredPlace): string {
  const place = meetingPlace(type)
  switch (place.kind) {
    case 'video':
      return 'Video call'
    case 'phone':
      return 'Telephone'
    case 'address':
      return place.address
    default:
      return place satisfies never
  }
}

type Window = Pick<ConsultationType, 'windowKind' | 'windowDays' | 'windowFrom' | 'windowUntil'>

/** `'30 days ahead'`. */
export function sayWindow({ windowKind, windowDays, windowFrom, windowUntil }: Window): string {
  switch (windowKind) {
    case 'days':
      return `${windowDays} days ahead`
    case 'business_days':
      return `${windowDays} business days ahead`
    case 'dates':
      return `${sayStored(windowFrom)} to ${sayStored(windowUntil)}`
    default:
      return windowKind satisfies never
  }
}

/** What whoever only looks is shown in place of the form. */
export function factsOf(type: ConsultationType): { term: string; value: string }[] {
  return [
    { term: 'Description', value: type.description },
    { term: 'Length', value: sayLength(type.minutes) },
    { term: 'Starts every', value: sayLength(type.stepMinutes) },
    {
      term: 'Kept free',
      value: `${type.bufferBeforeMinutes} minutes before, ${type.bufferAfterMinutes} after`,
    },
    { term: 'Notice', value: sayLength(type.noticeMinutes) },
    { term: 'Changes until', value: `${sayLength(type.cutoffMinutes)} before` },
    { term: 'Can be booked', value: sayWindow(type) },
    ...sayLimits(type),
    { term: 'How we meet', value: sayPlace(type) },
    { term: 'Letter after it', value: type.followUp ? 'Yes' : 'No' },
  ].filter(({ value }) => value !== '')
}

function sayStored(date: Date | null): string {
  return date ? sayDayAndYear(calendarDate(date)) : ''
}
