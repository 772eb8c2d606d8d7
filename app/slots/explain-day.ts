/**
 * One host's day in words-to-be: each start of the grid with the reason that `whyNot` gives, and the stretches in which
 * nobody starts. The engine decides; this only looks up who or what is behind the reason it gave.
 */
import { dateIn, startOfDay, timeIn } from '#app/time/instants.ts'
import { addDays } from '#app/time/calendar-dates.ts'
import { joined, overlaps } from '#app/time/intervals.ts'
import type { CalendarDate, EpochMs, Interval, LocalTime, TimeZone } from '#app/time/types.ts'
import { offsetPeriods } from '#app/time/zones.ts'
import { openRanges, type HostRules } from './availability.ts'
import { zoneAt } from './stays.ts'
import { anyDate } from './booking-window.ts'
import { hasRoom, type Limit } from './limits.ts'
import { blockedRange, slotsOf, whyNot, type Busy, type MeetingRules, type RefusalReason } from './slots.ts'

/** Something that takes time from the host: all of it, and the part that is no buffer. */
export type Holder<Name> = { name: Name; blocked: Interval; itself: Interval }

/** A start that is in the way of nothing has no reason and no causes. */
export type ExplainedStart<Name> = {
  kind: 'start'
  from: EpochMs
  until: EpochMs
  reason: RefusalReason | null
  /** For `taken`; `isBuffer` when only the buffers of the two meet. */
  takenBy: { name: Name; isBuffer: boolean }[]
  /** For `limit`: those that are full. */
  limits: readonly Limit[]
  /** For `hours`: when they end, which is before such a meeting would. */
  hoursEnd: EpochMs | null
}

export type DayEntry<Name> =
  | ExplainedStart<Name>
  | (Interval & { kind: 'closed'; by: ShutBy })
  | (Interval & { kind: 'hours'; by: 'override' | 'schedule' })
  | (Interval & { kind: 'skipped'; wall: WallStretch })

export type ShutBy = 'closure' | 'day-off' | 'holiday' | 'override'
export type WallStretch = { from: LocalTime; until: LocalTime }
export type ClockChange = { at: EpochMs; kind: 'skipped' | 'repeated'; wall: WallStretch }

/** The zone whose clock the host reads on that day, and when the day begins and ends there. */
export function dayOf(host: HostRules, date: CalendarDate): Interval & { timeZone: TimeZone } {
  const journey = host.travel.find(({ from, until }) => from <= date && date <= until)
  const timeZone = journey?.timeZone ?? host.timeZone
  return { timeZone, from: startOfDay(date, timeZone), until: startOfDay(addDays(date, 1), timeZone) }
}

/** The whole day in order of time. Of `holders` only those that the engine's `busy` knows too are ever named. */
export function explainDay<Name>(
  { host, meeting, busy }: { host: HostRules; meeting: MeetingRules; busy: Busy },
  holders: readonly Holder<Name>[],
  asked: { date: CalendarDate; now: EpochMs },
): DayEntry<Name>[] {
  const day = dayOf(host, asked.date)
  const starts = gridOf(host, meeting, day).map((start) => {
    const reason = whyNot(host, meeting, busy, { start, now: asked.now })
    return explainStart(start, reason, { host, meeting, busy, holders })
  })
  const skipped = clockChangesOf(day)
    .filter(({ kind }) => kind === 'skipped')
    .map(({ at, wall }) => ({ kind: 'skipped' as const, from: at, until: at, wall }))
  return [...starts, ...stretchesWithout(host, meeting, day), ...skipped].sort(inOrder)
}

/** The clock changes of a day, each with the times that it skips or repeats on the wall. */
export function clockChangesOf(day: Interval & { timeZone: TimeZone }): ClockChange[] {
  // A day may begin with the change itself.
  const periods = offsetPeriods(day.timeZone, { from: day.from - 1, until: day.until })
  return periods.slice(1).map(({ from: at, offset }, i) => {
    const before = periods[i]?.offset ?? offset
    const [low, high] = [Math.min(before, offset), Math.max(before, offset)]
    const wall = (shift: number) => timeIn(at + shift, 'UTC' as TimeZone)
    return {
      at,
      kind: offset > before ? 'skipped' : 'repeated',
      wall: { from: wall(low), until: wall(high) },
    }
  })
}

/** Every start of the grid inside the hours, also where the meeting would not end in time. */
function gridOf(host: HostRules, meeting: MeetingRules, day: Interval): EpochMs[] {
  const anyMeeting = { ...meeting, minutes: 1, noticeMinutes: 0, window: anyDate }
  const { from, until } = day
  return slotsOf(host, anyMeeting, nothing, { from, until, now: from }).map(({ startsAt }) => startsAt)
}

const nothing: Busy = { blocked: [], external: [] }

type Around<Name> = {
  host: HostRules
  meeting: MeetingRules
  busy: Busy
  holders: readonly Holder<Name>[]
}

function explainStart<Name>(
  start: EpochMs,
  reason: RefusalReason | null,
  { host, meeting, busy, holders }: Around<Name>,
): ExplainedStart<Name> {
  const blocked = blockedRange(start, meeting)
  const itself = { from: start, until: blocked.endsAt }
  const inTheWay = holders.filter((holder) => overlaps(holder.blocked, blocked))
  return {
    kind: 'start',
    ...itself,
    reason,
    takenBy:
      reason === 'taken'
        ? inTheWay.map((holder) => ({ name: holder.name, isBuffer: !overlaps(holder.itself, itself) }))
        : [],
    limits:
      reason === 'limit'
        ? (busy.limits ?? []).filter((limit) => !hasRoom([limit], host.timeZone, meeting)(start))
        : [],
    hoursEnd:
      reason === 'hours' ? (openRanges(host, { from: start, until: start + 1 })[0]?.until ?? null) : null,
  }
}

/** The parts of the day in which the host is not there. */
function stretchesWithout(host: HostRules, meeting: MeetingRules, day: Interval) {
  const open = joined(openRanges(host, day))
  const bounds = [day.from, ...open.flatMap(({ from, until }) => [from, until]), day.until]
  const gaps = Array.from({ length: bounds.length / 2 }, (_, i) => ({
    from: Math.max(day.from, bounds[2 * i] ?? day.until),
    until: Math.min(day.until, bounds[2 * i + 1] ?? day.until),
  }))
  return gaps.filter(({ from, until }) => from < until).map((gap) => explainGap(host, meeting, gap))
}

function explainGap(host: HostRules, meeting: MeetingRules, gap: Interval) {
  const date = dateIn(gap.from, zoneAt(host, gap.from))
  const asked = { start: gap.from, now: gap.from }
  const reason = whyNot(host, { ...meeting, noticeMinutes: 0, window: anyDate }, nothing, asked)
  if (reason === 'closed') return { kind: 'closed' as const, ...gap, by: shutBy(host, date) }
  const isOverridden = host.overrides.some((override) => override.date === date)
  return { kind: 'hours' as const, ...gap, by: isOverridden ? ('override' as const) : ('schedule' as const) }
}

/** In the order in which one beats the other. */
function shutBy(host: HostRules, date: CalendarDate): ShutBy {
  const holds = ({ from, until }: { from: CalendarDate; until: CalendarDate }) =>
    from <= date && date <= until
  if (host.closures.some(holds)) return 'closure'
  if (host.daysOff.some(holds)) return 'day-off'
  if (host.overrides.some((override) => override.date === date)) return 'override'
  return 'holiday'
}

function inOrder(a: Interval, b: Interval): number {
  return a.from - b.from || a.until - b.until
}
