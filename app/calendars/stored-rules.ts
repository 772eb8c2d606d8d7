/** The rules of hosts and types as the database tells them, in the words of the slot engine. */
import type { WindowKind } from '#app/prisma/enums.ts'
import type { HostRules, WeeklyRange } from '#app/slots/availability.ts'
import type { MeetingRules } from '#app/slots/slots.ts'
import type { DateRange, Journey } from '#app/slots/stays.ts'
import type { MeetingLimits, MinuteLimits } from './limit-columns.ts'
import { stretchBetween } from '#app/time/instants.ts'
import type { CalendarDate, EpochMs, Interval, LocalTime, TimeZone } from '#app/time/types.ts'

/** The rows as read-calendar.server.ts reads them. They hold what the checks of the tables allow: so these types say. */
export type StoredCalendar = MeetingLimits & {
  id: string
  slug: string
  name: string
  minutes: number
  stepMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  noticeMinutes: number
  windowKind: WindowKind
  windowDays: number | null
  windowFrom: CalendarDate | null
  windowUntil: CalendarDate | null
  closures: DateRange[]
  hosts: StoredHost[]
}

export type StoredHost = MeetingLimits &
  MinuteLimits & {
    id: string
    slug: string
    name: string
    rank: number
    weight: number
    timeZone: TimeZone
    region: string | null
    /** Of the schedule that the type names, or else of the host's default one. */
    hours: WeeklyRange[]
    /** A row without times closes the day. */
    overrides: { date: CalendarDate; from: LocalTime | null; until: LocalTime | null }[]
    /** Whole days, but with times from that time of the first day to that of the last. */
    timeOff: (DateRange & { fromTime: LocalTime | null; untilTime: LocalTime | null })[]
    travel: Journey[]
    workedHolidays: { date: CalendarDate }[]
    /** A booking has the same place in every list that is not null. */
    bookings: StoredIntervals & {
      /** These two are null where nothing is limited. */
      starts: EpochMs[] | null
      ofType: boolean[] | null
      /** Null where no minutes are limited. */
      minutes: number[] | null
      movedFrom: EpochMs | null
    }
    events: StoredIntervals
  }

/** Null when there are none. */
export type StoredIntervals = { from: EpochMs[] | null; until: EpochMs[] | null }

/** What hosts share, or what is computed for them. `holidays`: those of the host's region. */
type Around = { closures: readonly DateRange[]; holidays: readonly { date: CalendarDate }[] }

/** What a host's rules are made of, without bookings and limits. */
export type StoredRules = Pick<
  StoredHost,
  'timeZone' | 'hours' | 'overrides' | 'timeOff' | 'travel' | 'workedHolidays'
>

export function hostRulesOf(host: StoredRules, { closures, holidays }: Around): HostRules {
  const worked = new Set(host.workedHolidays.map(({ date }) => date))
  return {
    timeZone: host.timeZone,
    travel: host.travel,
    weeklyHours: host.hours,
    overrides: host.overrides.map(({ date, from, until }) => ({
      date,
      ranges: from && until ? [{ from, until }] : [],
    })),
    daysOff: host.timeOff.filter(({ fromTime }) => fromTime === null),
    closures,
    holidays: holidays.map(({ date }) => date).filter((date) => !worked.has(date)),
  }
}

/** Time off for part of a day, which blocks as an external event does. */
export function partDaysOff(host: Pick<StoredHost, 'timeOff' | 'timeZone' | 'travel'>): Interval[] {
  return host.timeOff.flatMap(({ from, until, fromTime, untilTime }) => {
    if (fromTime === null || untilTime === null) return []
    const first = stretchBetween(
      { date: from, time: fromTime },
      { date: from, time: fromTime },
      zoneOn(host, from),
    )
    const last = stretchBetween(
      { date: until, time: untilTime },
      { date: until, time: untilTime },
      zoneOn(host, until),
    )
    return { from: first.from, until: last.until }
  })
}

function zoneOn({ timeZone, travel }: Pick<StoredHost, 'timeZone' | 'travel'>, date: CalendarDate): TimeZone {
  return travel.find(({ from, until }) => from <= date && date <= until)?.timeZone ?? timeZone
}

export function meetingRulesOf(type: StoredCalendar): MeetingRules {
  return {
    minutes: type.minutes,
    stepMinutes: type.stepMinutes,
    bufferBeforeMinutes: type.bufferBeforeMinutes,
    bufferAfterMinutes: type.bufferAfterMinutes,
    noticeMinutes: type.noticeMinutes,
    window: windowOf(type),
  }
}

function windowOf({
  windowKind,
  windowDays,
  windowFrom,
  windowUntil,
}: StoredCalendar): MeetingRules['window'] {
  if (windowKind === 'dates' && windowFrom && windowUntil) {
    return { kind: 'dates', from: windowFrom, until: windowUntil }
  }
  return { kind: windowKind === 'business_days' ? 'business-days' : 'days', days: windowDays ?? 1 }
}
