/** The month and the day's times as a page shows them: words and links-to-be, computed on the server only. */
import type { Slot } from '#app/slots/slots.ts'
import { slotsByDate } from '#app/slots/slots-by-date.ts'
import {
  addMonths,
  firstOfMonth,
  isCalendarDate,
  isCalendarMonth,
  monthOf,
  weeksOf,
  type CalendarMonth,
} from '#app/time/calendar-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayCalendarDate, sayClearTime, sayMonth, sayZone } from '#app/time/say.ts'
import type { CalendarDate, Clock, EpochMs, TimeZone } from '#app/time/types.ts'
import type { Face } from './chosen-time.ts'
import { readSlot } from './read-slot.ts'

export type Picker = {
  timeZone: TimeZone
  zoneName: string
  clock: Clock
  month: {
    key: CalendarMonth
    name: string
    previous: string | null
    next: string | null
    /** A year on either side, or as far as the calendar goes. */
    yearBack: string | null
    yearOn: string | null
  }
  /** Weeks from Monday; null is a square of another month. */
  weeks: (PickerDay | null)[][]
  /** The chosen day, if it has times. */
  day: { date: CalendarDate; name: string; times: PickerTime[] } | null
  /** The name of a day that was asked for and has no times, so that another one is shown. */
  missedDay: string | null
  /** Where the next times are when this month has none. */
  nextMonthWithTimes: { key: string; name: string } | null
  isEmpty: boolean
}

export type PickerDay = {
  date: string
  number: number
  /** With the year, because it is heard without the month's heading. */
  name: string
  count: number
  isToday: boolean
  isChosen: boolean
}
export type PickerTime = { start: string; words: string }

type Asked = Face & {
  month?: string | undefined
  date?: string | undefined
  at?: string | undefined
  now: EpochMs
}
type ByDate = ReturnType<typeof slotsByDate>

/** Arranges all bookable slots, from now to the end of the booking window, for the month and day that were asked for. */
export function arrangePicker(slots: readonly Slot[], asked: Asked): Picker {
  const byDate = slotsByDate(slots, asked.timeZone)
  const today = dateIn(asked.now, asked.timeZone)
  const wished = wishedDate(asked)
  const month = monthShown(byDate, wished ? monthOf(wished) : wishedMonth(asked), today)
  const date = dayShown(byDate, wished, month)
  const ofDay = date ? (byDate.get(date) ?? []) : []

  return {
    timeZone: asked.timeZone,
    clock: asked.clock ?? '24',
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
      name: sayDayOfYear(date),
      times: ofDay.map(({ startsAt }) => ({
        start: new Date(startsAt).toISOString(),
        words: sayClearTime(startsAt, asked.timeZone, asked.clock),
      })),
    },
    missedDay: wished && wished !== date ? sayDayOfYear(wished) : null,
    nextMonthWithTimes: nextMonthWithTimes(byDate, month),
    isEmpty: byDate.size === 0,
  }
}

/** What was asked for, as far as the calendar goes; else the month of the first free time. */
function monthShown(byDate: ByDate, asked: CalendarMonth | null, today: CalendarDate): CalendarMonth {
  const [first = today] = byDate.keys()
  const wished = asked ?? monthOf(first)
  const last = monthOf([...byDate.keys()].at(-1) ?? today)
  if (wished > last) return last
  return wished < monthOf(today) ? monthOf(today) : wished
}

/** The date that was asked for, or that of the instant, where the visitor is. */
function wishedDate({ date, at, timeZone }: Asked): CalendarDate | null {
  if (date && isCalendarDate(date)) return date
  const instant = readSlot(at)
  return instant && dateIn(instant, timeZone)
}

function wishedMonth({ month }: Asked): CalendarMonth | null {
  return month && isCalendarMonth(month) ? month : null
}

/** The day that was asked for; else the next one in the month that has times, else the month's first. */
function dayShown(byDate: ByDate, wished: CalendarDate | null, month: CalendarMonth): CalendarDate | null {
  const ofMonth = [...byDate.keys()].filter((date) => monthOf(date) === month)
  const next = wished && ofMonth.find((date) => date >= wished)
  return next ?? ofMonth[0] ?? null
}

function dayOf(
  date: CalendarDate,
  { count, today, chosen }: { count: number; today: CalendarDate; chosen: CalendarDate | null },
): PickerDay {
  return {
    date,
    number: Number(date.slice(8)),
    name: sayCalendarDate(date),
    count,
    isToday: date === today,
    isChosen: date === chosen,
  }
}

function sayDayOfYear(date: CalendarDate): string {
  return sayCalendarDate(date).replace(/ \d{4}$/, '')
}

/** One can turn back to the current month and forward to the last that has times. */
function monthTurns(byDate: ByDate, month: CalendarMonth, current: CalendarMonth) {
  const last = monthOf([...byDate.keys()].at(-1) ?? firstOfMonth(current))
  const [back, on] = [addMonths(month, -12), addMonths(month, 12)]
  const isFirst = month <= current
  const isLast = month >= last
  return {
    previous: isFirst ? null : addMonths(month, -1),
    next: isLast ? null : addMonths(month, 1),
    yearBack: isFirst ? null : back > current ? back : current,
    yearOn: isLast ? null : on < last ? on : last,
  }
}

function nextMonthWithTimes(byDate: ByDate, month: CalendarMonth) {
  const next = [...byDate.keys()].find((date) => monthOf(date) > month)
  return next ? { key: monthOf(next), name: sayMonth(monthOf(next)) } : null
}
