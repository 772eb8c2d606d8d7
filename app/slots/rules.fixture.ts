/** Rules for tests, with nothing in sight but what a test is about; instants are written and read as UTC text. */
import type { CalendarDate, EpochMs, Interval, LocalTime, TimeZone } from '#app/time/types.ts'
import type { Weekday } from '#app/time/calendar-dates.ts'
import type { HostRules, TimeRange, WeeklyRange } from './availability.ts'
import type { Busy, MeetingRules, Slot } from './slots.ts'

type Hours = `${string}-${string}`

/** `hours({ mon: '09:00-17:00', sun: '22:00-24:00' })`; several ranges are parted by a space. */
export function hours(week: Partial<Record<keyof typeof weekdays, Hours>>): WeeklyRange[] {
  return Object.entries(week).flatMap(([name, text]) =>
    ranges(text).map((range) => ({ weekday: weekdays[name as keyof typeof weekdays], ...range })),
  )
}

export function everyDay(text: Hours): WeeklyRange[] {
  return hours({ mon: text, tue: text, wed: text, thu: text, fri: text, sat: text, sun: text })
}

export function ranges(text: string): TimeRange[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((range) => ({ from: range.slice(0, 5) as LocalTime, until: range.slice(6) as LocalTime }))
}

export function host(timeZone: string, weeklyHours: WeeklyRange[], rest: Partial<HostRules> = {}): HostRules {
  const nothing = { travel: [], overrides: [], daysOff: [], closures: [], holidays: [] }
  return { ...nothing, timeZone: timeZone as TimeZone, weeklyHours, ...rest }
}

export function meeting(rest: Partial<MeetingRules> = {}): MeetingRules {
  return {
    minutes: 30,
    stepMinutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    noticeMinutes: 0,
    window: { kind: 'days', days: 3650 },
    ...rest,
  }
}

export function busy(rest: Partial<Busy> = {}): Busy {
  return { blocked: [], external: [], ...rest }
}

export const date = (text: string) => text as CalendarDate
export const days = (from: string, until = from) => ({ from: date(from), until: date(until) })

/** `utc('2026-03-08T06:00')` */
export function utc(text: string): EpochMs {
  return Date.parse(`${text}Z`)
}

export function between(from: string, until: string): Interval {
  return { from: utc(from), until: utc(until) }
}

/** `'2026-03-08T06:00'` */
export function inUtc(at: EpochMs): string {
  return new Date(at).toISOString().slice(0, 16)
}

export function rangesInUtc(found: readonly Interval[]): string[] {
  return found.map(({ from, until }) => `${inUtc(from)} - ${inUtc(until)}`)
}

export function startsInUtc(slots: readonly Slot[]): string[] {
  return slots.map(({ startsAt }) => inUtc(startsAt))
}

const weekdays = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } satisfies Record<string, Weekday>
