/** The month and the day's times as a page shows them: words and links-to-be, computed on the server only. */
import { addMonths, isCalendarMonth, monthOf, weeksOf, type CalendarMonth } from '#app/time/calendar-dates.ts'
import { isCalendarDate } from '#app/time/calendar-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayCalendarDate, sayClearTime, sayMonth, sayZone } from '#app/time/say.ts'
import type { CalendarDate, EpochMs, TimeZone } from '#app/time/types.ts'
import type { Slot } from './slots.ts'

export type Picker = {
  timeZone: TimeZone
  zoneName: string
  month: { key: string; name: string; previous: string | null; next: string | null }
  /** Weeks from Monday; null is a square of another month. */
  weeks: (PickerDay | null)[][]
  /** The chosen day, if it has times. */
  day: { date: string; name: string; times: PickerTime[] } | null
  /** Where the next times are when this month has none. */
  nextMonthWithTimes: { key: string; name: string } | null
  isEmpty: boolean
}

export type PickerDay = {
  date: string
  number: number
  name: string
  count: number
  isToday: boolean
  isChosen: boolean
}
export type PickerTime = { start: string; words: string }

type Asked = { month?: string | undefined; date?: string | undefined; timeZone: TimeZone; now: EpochMs }

/** Arranges all bookable slots, from now to the end of the booking window, for the month and day that were asked for. */
export function arrangePicker(slots: readonly Slot[], asked: Asked): Picker {
  const byDate = groupByDate(slots, asked.timeZone)
  const today = dateIn(asked.now, asked.timeZone)
  const month = monthShown(byDate, asked, today)
  const date = dayShown(byDate, asked, month)
  const ofDay = date ? (byDate.get(date) ?? []) : []

  return {
    timeZone: asked.timeZone,
    zoneName: sayZone(asked.timeZone, ofDay[0]?.startsAt ?? asked.now),
    month: { key: month, name: sayMonth(month), ...monthTurns(byDate, month, monthOf(today)) },
    weeks: weeksOf(month).map((week) =>
      week.map((square) =>
        monthOf(square) === month
          ? dayOf(square, { count: byDate.get(square)?.length ?? 0, today, chosen: date })
          : null,
      ),
    ),
    day: date && {
      date,
      name: sayCalendarDate(date).replace(/ \d{4}$/, ''),
      times: ofDay.map(({ startsAt }) => ({
        start: new Date(startsAt).toISOString(),
        words: sayClearTime(startsAt, asked.timeZone),
      })),
    },
    nextMonthWithTimes: nextMonthWithTimes(byDate, month),
    isEmpty: byDate.size === 0,
  }
}

function groupByDate(slots: readonly Slot[], timeZone: TimeZone): Map<CalendarDate, Slot[]> {
  const byDate = new Map<CalendarDate, Slot[]>()
  for (const slot of slots) {
    const date = dateIn(slot.startsAt, timeZone)
    byDate.set(date, [...(byDate.get(date) ?? []), slot])
  }
  return byDate
}

/** What was asked for, else the month of the first free time. */
function monthShown(byDate: Map<CalendarDate, Slot[]>, asked: Asked, today: CalendarDate): CalendarMonth {
  if (asked.date && isCalendarDate(asked.date)) return monthOf(asked.date)
  if (asked.month && isCalendarMonth(asked.month)) return asked.month
  const [first = today] = byDate.keys()
  return monthOf(first)
}

function dayShown(
  byDate: Map<CalendarDate, Slot[]>,
  asked: Asked,
  month: CalendarMonth,
): CalendarDate | null {
  if (asked.date && isCalendarDate(asked.date) && byDate.has(asked.date)) return asked.date
  return [...byDate.keys()].find((date) => monthOf(date) === month) ?? null
}

function dayOf(
  date: CalendarDate,
  { count, today, chosen }: { count: number; today: CalendarDate; chosen: CalendarDate | null },
): PickerDay {
  return {
    date,
    number: Number(date.slice(8)),
    name: sayCalendarDate(date).replace(/ \d{4}$/, ''),
    count,
    isToday: date === today,
    isChosen: date === chosen,
  }
}

/** One can turn back to the current month and forward to the last that has times. */
function monthTurns(byDate: Map<CalendarDate, Slot[]>, month: CalendarMonth, current: CalendarMonth) {
  const last = [...byDate.keys()].at(-1)
  return {
    previous: month > current ? addMonths(month, -1) : null,
    next: last && month < monthOf(last) ? addMonths(month, 1) : null,
  }
}

function nextMonthWithTimes(byDate: Map<CalendarDate, Slot[]>, month: CalendarMonth) {
  const next = [...byDate.keys()].find((date) => monthOf(date) > month)
  return next ? { key: monthOf(next), name: sayMonth(monthOf(next)) } : null
}
