/** A host's explained day in words: what is said of each time, why, and where the cause can be looked at or changed. */
import { paths } from '#app/paths.ts'
import { clockChangesOf, type DayEntry, type ExplainedStart } from '#app/slots/explain-day.ts'
import type { RefusalReason } from '#app/slots/slots.ts'
import { count } from '#app/time/say-duration.ts'
import { sayClearTime, sayDate, sayShortDate } from '#app/time/say.ts'
import type { EpochMs, TimeZone } from '#app/time/types.ts'
import { causesOf, sayShut, type Cause, type Names } from './cause-words.ts'

export type WhyRow = {
  key: string
  iso: string
  time: string
  /** The same moment on the visitor's clock, when one is asked for. */
  visitorTime: string | null
  answer: string
  tone: 'signal' | 'soft' | 'amber' | 'closed'
  isStart: boolean
  causes: Cause[]
}

export function rowsOf(
  entries: readonly DayEntry<Cause>[],
  names: Names,
  visitorZone: TimeZone | null,
): WhyRow[] {
  return entries.map((entry) => {
    const isStart = entry.kind === 'start'
    return {
      key: `${entry.kind} ${entry.from}`,
      iso: new Date(entry.from).toISOString(),
      time: timeOf(entry, names.day),
      visitorTime: visitorZone && isStart ? sayThere(entry.from, visitorZone, names.day) : null,
      isStart,
      ...(isStart ? sayStart(entry, names) : sayStretch(entry, names)),
    }
  })
}

/** "9 of 18 times are offered. Not offered: 6 taken, 3 too soon." */
export function summaryOf(rows: readonly WhyRow[]): string {
  const starts = rows.filter(({ isStart }) => isStart)
  if (starts.length === 0) return 'No time is offered: nobody is there on this day.'
  const counts = new Map<string, number>()
  for (const { answer } of starts) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  const offered = counts.get(offeredWord) ?? 0
  const others = [...counts].filter(([answer]) => answer !== offeredWord)
  const rest = others.map(([answer, times]) => `${times} ${answer.toLowerCase()}`).join(', ')
  return `${offered} of ${count(starts.length, 'time')} ${offered === 1 ? 'is' : 'are'} offered${rest && `: ${rest}`}.`
}

/** What a clock change does to the day, or nothing. */
export function clockNotes({ day }: Pick<Names, 'day'>): string[] {
  return clockChangesOf(day).map(({ kind, wall: { from, until } }) =>
    kind === 'skipped'
      ? `The clocks go forward on this day: the times from ${from} to ${until} do not exist.`
      : `The clocks go back on this day: the times from ${from} to ${until} happen twice, and each is named with its abbreviation.`,
  )
}

const offeredWord = 'Offered'

function timeOf(entry: DayEntry<Cause>, { timeZone, until }: Names['day']): string {
  if (entry.kind === 'start') return sayClearTime(entry.from, timeZone)
  if (entry.kind === 'skipped') return `${entry.wall.from}–${entry.wall.until}`
  const end = entry.until === until ? '24:00' : sayClearTime(entry.until, timeZone)
  return `${sayClearTime(entry.from, timeZone)}–${end}`
}

function sayThere(at: EpochMs, zone: TimeZone, day: Names['day']): string {
  const isSameDay = sayDate(at, zone) === sayDate(at, day.timeZone)
  return `${isSameDay ? '' : `${sayShortDate(at, zone)}, `}${sayClearTime(at, zone)}`
}

type Said = Pick<WhyRow, 'answer' | 'tone' | 'causes'>

function sayStart(start: ExplainedStart<Cause>, names: Names): Said {
  if (start.reason === null) return { answer: offeredWord, tone: 'signal', causes: [] }
  return { ...answers[start.reason], causes: causesOf(start, start.reason, names) }
}

const answers: Record<RefusalReason, Pick<WhyRow, 'answer' | 'tone'>> = {
  past: { answer: 'Passed', tone: 'closed' },
  notice: { answer: 'Too soon', tone: 'amber' },
  window: { answer: 'Outside the window', tone: 'amber' },
  closed: { answer: 'Closed', tone: 'closed' },
  hours: { answer: 'Outside the hours', tone: 'closed' },
  grid: { answer: 'Off the grid', tone: 'closed' },
  limit: { answer: 'Full', tone: 'amber' },
  taken: { answer: 'Taken', tone: 'soft' },
}

function sayStretch(entry: Exclude<DayEntry<Cause>, { kind: 'start' }>, names: Names): Said {
  const { host, schedule } = names
  const [dates, hours] = [paths.staff.calendarDates(host.slug), paths.staff.calendarHours(host.slug)]
  switch (entry.kind) {
    case 'skipped':
      return {
        answer: 'Does not exist',
        tone: 'closed',
        causes: [{ words: 'The clocks go forward and skip it.', href: null }],
      }
    case 'hours':
      return {
        ...answers.hours,
        causes: [
          entry.by === 'override'
            ? { words: 'This date has hours of its own.', href: dates }
            : { words: `The hours of the schedule “${schedule}”.`, href: hours },
        ],
      }
    case 'closed':
      return { ...answers.closed, causes: sayShut(entry.by, names) }
    default:
      return entry satisfies never
  }
}
