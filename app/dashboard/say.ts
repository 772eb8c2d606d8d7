/** What the dashboard says in words. */
import { minutesInDay, minutesInHour } from 'date-fns/constants'
import { count } from '#app/time/say-duration.ts'
import { sayBriefDate } from '#app/time/say.ts'
import type { Week } from './period.ts'

export function sayLeads(number: number): string {
  return number === 1 ? '1 lead' : `${number.toLocaleString('en-GB')} leads`
}

export function sayConsultations(number: number): string {
  return number === 1 ? '1 consultation' : `${number.toLocaleString('en-GB')} consultations`
}

/** `'64%'`; a dash of nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`
}

/** `'23 Nov'`: the Monday. */
export function sayWeek({ from }: Week): string {
  return sayBriefDate(from)
}

/** Whole days, or whole hours below two days, as they were measured. */
export function sayStay(minutes: number): string {
  if (minutes < minutesInHour) return 'under an hour'
  if (minutes < 2 * minutesInDay) return count(Math.floor(minutes / minutesInHour), 'hour')
  return count(Math.floor(minutes / minutesInDay), 'day')
}

/** `'45 minutes'`, `'1 h 40 min'` of office hours. */
export function sayOfficeTime(minutes: number): string {
  if (minutes < minutesInHour) return `${count(minutes, 'minute')} of office hours`
  const [hours, rest] = [Math.floor(minutes / minutesInHour), minutes % minutesInHour]
  return `${rest === 0 ? `${hours} h` : `${hours} h ${rest} min`} of office hours`
}
