/** The rules of hosts and types as their rows hold them, in the words of the slot engine. */
import type {
  Closure,
  ConsultationType,
  DayOverride,
  Host,
  Schedule,
  TimeOff,
  Travel,
  WeeklyHours,
  WorkedHoliday,
} from '#app/prisma/client.ts'
import type { HostRules, Override } from '#app/slots/availability.ts'
import type { MeetingRules } from '#app/slots/slots.ts'
import { stretchBetween } from '#app/time/instants.ts'
import type { CalendarDate, Interval, LocalTime, TimeZone } from '#app/time/types.ts'

export type HostRow = Host & {
  schedules: (Schedule & { hours: WeeklyHours[] })[]
  overrides: DayOverride[]
  timeOff: TimeOff[]
  travel: Travel[]
  workedHolidays: WorkedHoliday[]
}
/** What hosts share, or what is computed for them. `holidays`: those of the host's region. */
type Around = {
  closures: readonly Closure[]
  holidays: readonly { date: CalendarDate }[]
  scheduleId: string | null
}
type Dates = { from: Date; until: Date }

/** The rows hold what the checks of the tables allow, which is what these types say. */
export function hostRulesOf(host: HostRow, { closures, holidays, scheduleId }: Around): HostRules {
  const worked = new Set(host.workedHolidays.map(({ date }) => calendarDate(date)))
  return {
    timeZone: host.timeZone as TimeZone,
    travel: host.travel.map((journey) => ({
      ...dateRange(journey),
      timeZone: journey.timeZone as TimeZone,
    })),
    weeklyHours: hoursOf(host, scheduleId).map((hours) => ({
      weekday: hours.weekday as HostRules['weeklyHours'][number]['weekday'],
      from: hours.from as LocalTime,
      until: hours.until as LocalTime,
    })),
    overrides: overridesOf(host.overrides),
    daysOff: host.timeOff.filter(isWholeDays).map(dateRange),
    closures: closures.map(dateRange),
    holidays: holidays.map(({ date }) => date).filter((date) => !worked.has(date)),
  }
}

/** The schedule that the type names, or else the host's default one. */
function hoursOf({ schedules }: HostRow, scheduleId: string | null): WeeklyHours[] {
  const named = schedules.find(({ id }) => id === scheduleId)
  return (named ?? schedules.find(({ isDefault }) => isDefault))?.hours ?? []
}

function overridesOf(rows: readonly DayOverride[]): Override[] {
  return rows.map(({ date, from, until }) => ({
    date: calendarDate(date),
    ranges: from && until ? [{ from: from as LocalTime, until: until as LocalTime }] : [],
  }))
}

/** Time off for part of a day, which blocks as an external event does. */
export function partDaysOff(host: Pick<HostRow, 'timeOff' | 'timeZone' | 'travel'>): Interval[] {
  return host.timeOff.flatMap(({ from, until, fromTime, untilTime }) => {
    if (fromTime === null || untilTime === null) return []
    const [first, last] = [calendarDate(from), calendarDate(until)]
    return stretchBetween(
      { date: first, time: fromTime as LocalTime },
      { date: last, time: untilTime as LocalTime },
      zoneOn(host, first),
    )
  })
}

function zoneOn({ timeZone, travel }: Pick<HostRow, 'timeZone' | 'travel'>, date: CalendarDate): TimeZone {
  const journey = travel.find(({ from, until }) => calendarDate(from) <= date && date <= calendarDate(until))
  return (journey?.timeZone ?? timeZone) as TimeZone
}

function isWholeDays({ fromTime }: TimeOff): boolean {
  return fromTime === null
}

export function meetingRulesOf(type: ConsultationType): MeetingRules {
  return {
    minutes: type.minutes,
    stepMinutes: type.stepMinutes,
    bufferBeforeMinutes: type.bufferBeforeMinutes,
    bufferAfterMinutes: type.bufferAfterMinutes,
    noticeMinutes: type.noticeMinutes,
    window: windowOf(type),
  }
}

function windowOf(type: ConsultationType): MeetingRules['window'] {
  if (type.windowKind === 'dates' && type.windowFrom && type.windowUntil) {
    return { kind: 'dates', from: calendarDate(type.windowFrom), until: calendarDate(type.windowUntil) }
  }
  const kind = type.windowKind === 'business_days' ? 'business-days' : 'days'
  return { kind, days: type.windowDays ?? 1 }
}

function dateRange({ from, until }: Dates) {
  return { from: calendarDate(from), until: calendarDate(until) }
}

/** Prisma reads a `date` as midnight UTC. */
export function calendarDate(date: Date): CalendarDate {
  return date.toISOString().slice(0, 10) as CalendarDate
}

/** A date as Prisma writes it. */
export function storedDate(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`)
}
