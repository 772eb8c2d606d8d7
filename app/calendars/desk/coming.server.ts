import { addYears } from 'date-fns'
import type { Closure } from '#app/prisma/client.ts'
import type { DateRange } from '#app/slots/stays.ts'
import { monthOf } from '#app/time/calendar-dates.ts'
import { sayMonth, sayZone } from '#app/time/say.ts'
import { calendarDate, storedDate } from '#app/time/stored-dates.ts'
import type { CalendarDate, TimeZone } from '#app/time/types.ts'
import { holidaysOf } from '../holidays.server.ts'
import type { ClosedBy } from './closed-time.ts'
import type { ComingEntry, ComingMonth } from './coming-list.tsx'
import { sayDays } from './days.ts'
import type { WholeCalendar } from './find-calendar.server.ts'
import { writeHours } from './hours-text.ts'
import type { StandingBooking } from './standing-bookings.server.ts'

type Dated = DateRange & Omit<ComingEntry, 'days' | 'standing'> & { closedBy: ClosedBy }

/** Everything that makes days of this calendar unlike others, from today on, month by month. */
export function comingDates(
  host: WholeCalendar,
  closures: readonly Closure[],
  { today, standing }: { today: CalendarDate; standing: readonly StandingBooking[] },
): ComingMonth[] {
  const all = [...daysOf(host), ...timeOffOf(host), ...travelOf(host), ...closedOf(closures)]
  const coming = [...all.filter(({ until }) => until >= today), ...holidaysFrom(host, today)]
  const months: ComingMonth[] = []
  for (const { from, until, closedBy, ...entry } of coming.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const name = sayMonth(monthOf(from < today ? today : from))
    const inside = standing.filter(
      (booking) =>
        booking.closedBy === closedBy && booking.dates.some((date) => from <= date && date <= until),
    )
    const shown = { ...entry, days: sayDays({ from, until }), standing: inside.length }
    const month = months.at(-1)
    if (month?.name === name) month.entries.push(shown)
    else months.push({ name, entries: [shown] })
  }
  return months
}

function daysOf({ overrides }: WholeCalendar): Dated[] {
  const dates = new Set(overrides.map(({ date }) => calendarDate(date)))
  return [...dates].map((date) => {
    const rows = overrides.filter((row) => calendarDate(row.date) === date)
    const hours = writeHours(rows.flatMap(({ from, until }) => (from && until ? [{ from, until }] : [])))
    return {
      key: `day ${date}`,
      from: date,
      until: date,
      closedBy: 'day',
      kind: hours ? 'Other hours' : 'Closed',
      words: hours || 'No hours that day',
      act: { intent: 'clear-day', field: 'date', value: date, label: 'Remove' },
    }
  })
}

function timeOffOf({ timeOff }: WholeCalendar): Dated[] {
  return timeOff.map(({ id, from, until, fromTime, untilTime, reason, publicReason, colleague }) => {
    const times = fromTime && untilTime && `${fromTime} to ${untilTime}`
    const told = publicReason && `Visitors read “${publicReason}”`
    const instead = colleague && `${colleague.staff?.name ?? colleague.name} stands in`
    return {
      key: id,
      ...rangeOf({ from, until }),
      closedBy: 'time-off',
      kind: 'Time off',
      words: [[times, reason].filter(Boolean).join(', '), told, instead].filter(Boolean).join(' · '),
      act: { intent: 'remove-off', field: 'id', value: id, label: 'Remove' },
    }
  })
}

function travelOf({ travel }: WholeCalendar): Dated[] {
  return travel.map(({ id, from, until, timeZone }) => ({
    key: id,
    ...rangeOf({ from, until }),
    closedBy: 'hours',
    kind: 'Travel',
    words: `Hours are read as ${sayZone(timeZone as TimeZone, from)}`,
    act: { intent: 'remove-travel', field: 'id', value: id, label: 'Remove' },
  }))
}

function closedOf(closures: readonly Closure[]): Dated[] {
  return closures.map(({ id, name, from, until }) => ({
    key: id,
    ...rangeOf({ from, until }),
    closedBy: 'closure',
    kind: 'Company closed',
    words: name,
    act: null,
  }))
}

/** The public holidays of the next twelve months; two on one day are one free day. */
function holidaysFrom({ region, workedHolidays }: WholeCalendar, today: CalendarDate): Dated[] {
  if (!region) return []
  const year = Number(today.slice(0, 4))
  const inAYear = calendarDate(addYears(storedDate(today), 1))
  const coming = holidaysOf(region, { from: year, until: year + 1 }).filter(
    ({ date }) => today <= date && date < inAYear,
  )
  return [...new Set(coming.map(({ date }) => date))].map((date) => {
    const holidays = coming.filter((holiday) => holiday.date === date)
    const works = workedHolidays.some((worked) => calendarDate(worked.date) === date)
    const names = holidays.map(({ name }) => name).join(', ')
    return {
      key: `holiday ${date}`,
      from: date,
      until: date,
      closedBy: 'holiday',
      kind: works ? 'Works that day' : 'Public holiday',
      words: names,
      act: {
        intent: works ? 'rest' : 'work',
        field: 'date',
        value: date,
        label: works ? 'Take it off' : 'Work that day',
      },
    }
  })
}

function rangeOf({ from, until }: { from: Date; until: Date }): DateRange {
  return { from: calendarDate(from), until: calendarDate(until) }
}
