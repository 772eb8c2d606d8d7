import type {
  DayOverride,
  Host,
  Schedule,
  TimeOff,
  Travel,
  WeeklyHours,
  WorkedHoliday,
} from '#app/prisma/client.ts'
import type { Weekday } from '#app/time/calendar-dates.ts'
import { calendarDate } from '#app/time/stored-dates.ts'
import type { LocalTime, TimeZone } from '#app/time/types.ts'
import type { StoredRules } from '../stored-rules.ts'

type HostRow = Pick<Host, 'timeZone'> & {
  schedules: (Schedule & { hours: WeeklyHours[] })[]
  overrides: DayOverride[]
  timeOff: TimeOff[]
  travel: Travel[]
  workedHolidays: WorkedHoliday[]
}

/** Prisma's rows of a host as the engine's reader has them; `scheduleId` null is the default schedule. */
export function rowsOf(host: HostRow, scheduleId: string | null): StoredRules {
  const schedule = host.schedules.find(({ id, isDefault }) => (scheduleId ? id === scheduleId : isDefault))
  return {
    timeZone: host.timeZone as TimeZone,
    hours: (schedule?.hours ?? []).map(({ weekday, ...times }) => ({
      weekday: weekday as Weekday,
      from: times.from as LocalTime,
      until: times.until as LocalTime,
    })),
    overrides: host.overrides.map(({ date, from, until }) => ({
      date: calendarDate(date),
      from: from as LocalTime | null,
      until: until as LocalTime | null,
    })),
    timeOff: host.timeOff.map((off) => ({
      ...datesOf(off),
      fromTime: off.fromTime as LocalTime | null,
      untilTime: off.untilTime as LocalTime | null,
    })),
    travel: host.travel.map((journey) => ({ ...datesOf(journey), timeZone: journey.timeZone as TimeZone })),
    workedHolidays: host.workedHolidays.map(({ date }) => ({ date: calendarDate(date) })),
  }
}

function datesOf({ from, until }: { from: Date; until: Date }) {
  return { from: calendarDate(from), until: calendarDate(until) }
}
