/**
 * Dates, times and zones in British English, for the rim of the site: pages and letters. The names are written out here
 * and the numbers come from the zone, so no version of Node, no server and no browser says it differently.
 */
import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants'
import { weekdayOf, type CalendarMonth } from './calendar-dates.ts'
import { dateIn, isRepeated, timeIn } from './instants.ts'
import { minutesOf } from './local-times.ts'
import type { CalendarDate, Clock, EpochMs, LocalTime, TimeZone } from './types.ts'
import { offsetAt } from './zones.ts'

type Moment = Date | EpochMs

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

/** Zones that keep the name of another time, or whose file name is not how the place is written. */
const cityNames: Record<string, string> = {
  Calcutta: 'Kolkata',
  Ho_Chi_Minh: 'Ho Chi Minh City',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
  St_Johns: 'St John’s',
}

/** `'Tuesday 1 December'`; given `now`, with the year when that is another one: `'Friday 1 January 2027'`. */
export function sayDate(moment: Moment, zone: TimeZone, now: Moment = moment): string {
  const date = dateIn(moment, zone)
  return `${sayDayInYear(date)}${otherYear(date, dateIn(now, zone))}`
}

/** `'Tue 1 Dec'`; given `now`, with the year when that is another one. */
export function sayShortDate(moment: Moment, zone: TimeZone, now: Moment = moment): string {
  const date = dateIn(moment, zone)
  const month = monthName(date).slice(0, 3)
  return `${weekdayName(date).slice(0, 3)} ${dayOfMonth(date)} ${month}${otherYear(date, dateIn(now, zone))}`
}

/** `'23 Nov'`, where there is room for no more. */
export function sayBriefDate(date: CalendarDate): string {
  return `${dayOfMonth(date)} ${monthName(date).slice(0, 3)}`
}

/** `'14:30'`; on a clock of twelve hours `'2:30 pm'`, which no line may break. */
export function sayTime(moment: Moment, zone: TimeZone, clock: Clock = '24'): string {
  return sayLocalTime(timeIn(moment, zone), clock)
}

/** What a wall clock shows, as it is read there. */
export function sayLocalTime(time: LocalTime, clock: Clock): string {
  if (clock === '24') return time
  const hour = Math.floor(minutesOf(time) / 60)
  return `${hour % 12 || 12}${time.slice(2)}\u00a0${hour < 12 ? 'am' : 'pm'}`
}

/** `'10:30'`, and in an hour that happens twice `'02:30 CEST'`: the same words never mean two instants. */
export function sayClearTime(moment: Moment, zone: TimeZone, clock: Clock = '24'): string {
  const time = sayTime(moment, zone, clock)
  return isRepeated(moment, zone) ? `${time} ${zoneAbbreviation(zone, moment)}` : time
}

/** `'Tuesday 1 December 2026, 10:30 (Berlin time)'`. */
export function sayMoment(moment: Moment, zone: TimeZone): string {
  return `${sayCalendarDate(dateIn(moment, zone))}, ${sayClearTime(moment, zone)} (${sayZone(zone, moment)})`
}

/** A date in no zone: `'Tuesday 1 December 2026'`. */
export function sayCalendarDate(date: CalendarDate): string {
  return `${weekdayName(date)} ${sayDayAndYear(date)}`
}

/** `'22 November 2026'`: where the weekday says nothing. */
export function sayDayAndYear(date: CalendarDate): string {
  return `${dayAndMonth(date)} ${date.slice(0, 4)}`
}

/** `'Tuesday 1 December'`: where the year is plain from what stands around it. */
export function sayDayInYear(date: CalendarDate): string {
  return `${weekdayName(date)} ${dayAndMonth(date)}`
}

/** `'December 2026'`. */
export function sayMonth(month: CalendarMonth): string {
  return `${monthName(month)} ${month.slice(0, 4)}`
}

/** `'Berlin time'`; `'UTC'` for UTC, and the offset for a zone that is named after one. */
export function sayZone(zone: TimeZone, moment: Moment): string {
  if (/^Etc\/GMT./i.test(zone)) return sayOffset(zone, moment)
  const city = cityOf(zone)
  return /^[A-Z0-9+-]+$/.test(city) ? city : `${city} time`
}

/** The place a zone is named after: `'Buenos Aires'` for `America/Argentina/Buenos_Aires`. */
export function cityOf(zone: TimeZone): string {
  const city = zone.slice(zone.lastIndexOf('/') + 1)
  return cityNames[city] ?? city.replaceAll('_', ' ')
}

/** `'UTC+1'`, `'UTC+5:30'`, `'UTC-3'`, `'UTC+0'`: the offset at that instant, which summer changes. */
export function sayOffset(zone: TimeZone, moment: Moment): string {
  return sayOffsetOf(offsetAt(zone, Number(moment)))
}

/** The same of an offset that is known already, in milliseconds ahead of UTC. */
export function sayOffsetOf(offset: number): string {
  const hours = Math.trunc(Math.abs(offset) / millisecondsInHour)
  const minutes = Math.trunc((Math.abs(offset) % millisecondsInHour) / millisecondsInMinute)
  const rest = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
  return `UTC${offset < 0 ? '-' : '+'}${hours}${rest}`
}

/** `'CEST'` or `'CET'`: tells the two passes of a repeated hour apart. `'UTC+2'` where no letters are in common use. */
export function zoneAbbreviation(zone: TimeZone, moment: Moment): string {
  // Each locale abbreviates only the zones its own readers know.
  const names = ['en-GB', 'en-US', 'en-AU'].map((locale) => shortZoneName(locale, zone, moment))
  return names.find((name) => /^[A-Z]{3,5}$/.test(name)) ?? sayOffset(zone, moment)
}

function shortZoneName(locale: string, zone: TimeZone, moment: Moment): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' })
  return format.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value ?? ''
}

function weekdayName(date: CalendarDate): string {
  return weekdays[weekdayOf(date) - 1] ?? ''
}

function monthName(date: CalendarDate | CalendarMonth): string {
  return months[Number(date.slice(5, 7)) - 1] ?? ''
}

function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8, 10))
}

function dayAndMonth(date: CalendarDate): string {
  return `${dayOfMonth(date)} ${monthName(date)}`
}

function otherYear(date: CalendarDate, today: CalendarDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`
}
