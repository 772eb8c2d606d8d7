/** The rules of hosts and types as their rows hold them, in the words of the slot engine. */
import type {
  Closure,
  ConsultationType,
  DayOverride,
  Host,
  TimeOff,
  WeeklyHours,
} from '#app/prisma/client.ts'
import type { CalendarDate, LocalTime, TimeZone } from '#app/time/types.ts'
import type { HostRules, Override } from '#app/slots/availability.ts'
import type { MeetingRules } from '#app/slots/slots.ts'

type HostRow = Host & { weeklyHours: WeeklyHours[]; overrides: DayOverride[]; timeOff: TimeOff[] }
type Dates = { from: Date; until: Date }

/** The rows hold what the checks of the tables allow, which is what these types say. */
export function hostRulesOf(host: HostRow, closures: readonly Closure[]): HostRules {
  return {
    timeZone: host.timeZone as TimeZone,
    weeklyHours: host.weeklyHours.map((hours) => ({
      weekday: hours.weekday as HostRules['weeklyHours'][number]['weekday'],
      from: hours.from as LocalTime,
      until: hours.until as LocalTime,
    })),
    overrides: overridesOf(host.overrides),
    daysOff: host.timeOff.map(dateRange),
    closures: closures.map(dateRange),
    holidays: [],
  }
}

function overridesOf(rows: readonly DayOverride[]): Override[] {
  return rows.map(({ date, from, until }) => ({
    date: calendarDate(date),
    ranges: from && until ? [{ from: from as LocalTime, until: until as LocalTime }] : [],
  }))
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
function calendarDate(date: Date): CalendarDate {
  return date.toISOString().slice(0, 10) as CalendarDate
}
