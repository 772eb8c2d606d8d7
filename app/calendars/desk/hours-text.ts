/**
 * Hours as people write them: `9-12:30, 1.30pm to 5pm` are `09:00–12:30, 13:30–17:00`. What cannot be read comes back
 * with a sentence that says how to write it.
 */
import type { TimeRange } from '#app/slots/availability.ts'
import type { Weekday } from '#app/time/calendar-dates.ts'
import { minutesOf } from '#app/time/local-times.ts'
import type { LocalTime } from '#app/time/types.ts'

/** A range as rows hold it. */
type Written = { from: string; until: string }

export type HoursRead = { ok: true; ranges: TimeRange[] } | { ok: false; message: string }

/** More than anybody's day has. */
const mostRanges = 8
const example = 'Write hours like 09:00–12:30, 13:30–17:00.'

/** The ranges of one day in order; none for an empty text and for words such as `closed`. Touching ranges stay two. */
export function readHours(text: string): HoursRead {
  const ranges: TimeRange[] = []
  for (const written of rangesIn(text)) {
    const range = readRange(written)
    if ('message' in range) return { ok: false, message: range.message }
    ranges.push(range)
  }
  if (ranges.length > mostRanges) return wrong(`Write at most ${mostRanges} ranges.`)
  const inOrder = ranges.toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from))
  const clash = inOrder.findIndex(({ from }, i) => from < (inOrder[i - 1]?.until ?? ''))
  if (clash === -1) return { ok: true, ranges: inOrder }
  const [first, second] = inOrder.slice(clash - 1).map(sayRange)
  return wrong(`${first} and ${second} overlap. Write one longer range, or end the first sooner.`)
}

/** One time of day: `9`, `9.30`, `0930`, `9:30 pm`; `24:00` for the end of a day. Null when it is none. */
export function readTime(text: string): LocalTime | null {
  const time = timeIn(tidy(text))
  return typeof time === 'number' ? written(time) : null
}

/** `'09:00–12:30, 13:30–17:00'`: what `readHours` reads; empty for none. */
export function writeHours(ranges: readonly Written[]): string {
  return ranges
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(sayRange)
    .join(', ')
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** A week in one line, days alike together: `'Mon–Fri 11:00–20:00 · Sat 10:00–12:00'`; empty when there are no hours. */
export function sayWeek(hours: readonly (Written & { weekday: number })[]): string {
  const days = dayNames.map((name, i) => ({
    name,
    words: writeHours(hours.filter(({ weekday }) => weekday === i + 1)),
  }))
  const runs: { first: string; last: string; words: string }[] = []
  days.forEach(({ name, words }, i) => {
    const run = runs.at(-1)
    if (run && days[i - 1]?.words === words) run.last = name
    else runs.push({ first: name, last: name, words })
  })
  return runs
    .filter(({ words }) => words !== '')
    .map(({ first, last, words }) => `${first === last ? first : `${first}–${last}`} ${words}`)
    .join(' · ')
}

/** The ranges of one weekday. */
export function hoursOn<Hours extends Written & { weekday: number }>(
  hours: readonly Hours[],
  weekday: Weekday,
): Hours[] {
  return hours.filter((range) => range.weekday === weekday)
}

function rangesIn(text: string): string[] {
  const tidied = tidy(text)
  if (/^(-|closed|off|none|no|nothing)?$/.test(tidied)) return []
  if (/^(24h|24 hours|all day|always|around the clock)$/.test(tidied)) return ['00:00-24:00']
  return tidied.split(/[\s,;&+/]+|\band\b/).filter(Boolean)
}

/** In small letters, any dash or "to" as a hyphen, and nothing between the parts of one range. */
function tidy(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[‐-―−~]|\b(to|until|till)\b/g, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/\b([ap])\.m\.?/g, '$1m')
    .replace(/\s+(?=[ap]m\b)/g, '')
}

function readRange(text: string): TimeRange | { message: string } {
  const [start, end, ...more] = text.split('-')
  const until = timeIn(end ?? '')
  const from = timeIn(withMeridiemOf(end ?? '', start ?? ''))
  if (more.length > 0 || from === null || until === null)
    return { message: `“${text}” is no range. ${example}` }
  if (from === 'none' || until === 'none')
    return { message: `“${text}” is past the end of a day. ${example}` }
  // Midnight as an end is the one that follows.
  const ends = until === 0 && from > 0 ? 1440 : until
  return from < ends ? { from: written(from), until: written(ends) } : { message: whyBackwards(from, ends) }
}

/** In `1-5pm` the 1 is in the afternoon too; in `9-5pm` the 9 is not. */
function withMeridiemOf(end: string, start: string): string {
  if (!end.endsWith('pm') || !/^\d{1,2}([:.]\d\d)?$/.test(start)) return start
  const startsInAfternoon = timeIn(`${start}pm`)
  const ends = timeIn(end)
  const fits = typeof startsInAfternoon === 'number' && typeof ends === 'number' && startsInAfternoon < ends
  return fits ? `${start}pm` : start
}

/** Minutes since midnight; `none` for a time that no clock shows; null when it is not written as one. */
function timeIn(text: string): number | 'none' | null {
  const found = /^(\d{1,2})(?:[:.h]?(\d\d)|h)?(am|pm)?$/.exec(text)
  if (!found) return null
  const [, hours = '', minutes = '0', meridiem] = found
  const hour = meridiem ? (Number(hours) % 12) + (meridiem === 'pm' ? 12 : 0) : Number(hours)
  const time = hour * 60 + Number(minutes)
  const isShown = Number(minutes) < 60 && time <= 1440 && !(meridiem && (hours === '0' || Number(hours) > 12))
  return isShown ? time : 'none'
}

function whyBackwards(from: number, until: number): string {
  const range = `${written(from)}–${written(until)}`
  if (from === until) return `${range} holds nothing. Around the clock is 00:00–24:00.`
  const inAfternoon = until + 720
  if (inAfternoon > from && from < 720)
    return `${range} ends before it starts. Did you mean ${written(from)}–${written(inAfternoon)}?`
  return `${range} ends before it starts. A night is two ranges: until 24:00 here, and from 00:00 on the next day.`
}

function written(minutes: number): LocalTime {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as LocalTime
}

function sayRange({ from, until }: Written): string {
  return `${from}–${until}`
}

function wrong(message: string): HoursRead {
  return { ok: false, message }
}
