/**
 * Which starts a visitor can book. One function decides, `slotsOf`: the calendar draws what it returns, and a start is
 * bookable when asking it for that single millisecond returns the start. So every offered slot can be booked and nothing
 * else can. `whyNot` only finds words for a start that `slotsOf` leaves out.
 */
import { millisecondsInMinute } from 'date-fns/constants'
import { dateIn } from '#app/time/instants.ts'
import { intersection, joined, overlaps } from '#app/time/intervals.ts'
import type { EpochMs, Interval } from '#app/time/types.ts'
import { isShut, openRanges, type HostRules, type OpenRange } from './availability.ts'
import { bookingWindow, type BookingWindow } from './booking-window.ts'
import { hasRoom, type Limit } from './limits.ts'
import { zoneAt } from './stays.ts'

export type MeetingRules = {
  minutes: number
  /** The grid's step, in elapsed minutes: at least 1, and independent of the meeting's length. */
  stepMinutes: number
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  /** A start lies at least this long after now, to the millisecond. */
  noticeMinutes: number
  window: BookingWindow
}

/** What the host is busy with, in any order; it may overlap. It needs to reach a buffer beyond what is asked for. */
export type Busy = {
  /** Bookings and reservations with their own buffers, as `blockedRange` gave them. */
  blocked: readonly Interval[]
  /** External events and time off for part of a day, without buffers. */
  external: readonly Interval[]
  /** The host's own over all types, and the type's for each host. */
  limits?: readonly Limit[]
}

export type Slot = { startsAt: EpochMs; endsAt: EpochMs }

/** In this order the first that holds is named. */
export const refusalReasons = [
  'past',
  'notice',
  'window',
  'closed',
  'hours',
  'grid',
  'limit',
  'taken',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Every bookable start in `[from, until)`, in order. */
export function slotsOf(
  host: HostRules,
  meeting: MeetingRules,
  busy: Busy,
  asked: Interval & { now: EpochMs },
): Slot[] {
  const span = intersection(asked, startsAllowed(host, meeting, asked.now))
  if (!(span.from < span.until)) return []

  const starts: EpochMs[] = []
  for (const range of openRanges(host, { from: span.from, until: endOf(span.until, meeting) })) {
    starts.push(...startsOnGrid(range, meeting, span))
  }
  return keepFree(withinLimits(starts, host, meeting, busy), meeting, busy)
}

/** The first reason that holds against this start, or null when it can be booked. */
export function whyNot(
  host: HostRules,
  meeting: MeetingRules,
  busy: Busy,
  asked: { start: EpochMs; now: EpochMs },
): RefusalReason | null {
  if (isBookable(host, meeting, busy, asked)) return null

  const { start, now } = asked
  if (start < now) return 'past'
  if (start < now + meeting.noticeMinutes * millisecondsInMinute) return 'notice'
  if (!overlaps(justThis(start), bookingWindow(host, meeting.window, now))) return 'window'
  if (isShut(host, dateIn(start, zoneAt(host, start)))) return 'closed'
  const range = openRanges(host, justThis(start)).find((open) => open.from <= start)
  if (!range || endOf(start, meeting) > range.until) return 'hours'
  if (startsOnGrid(range, meeting, justThis(start)).length === 0) return 'grid'
  if (withinLimits([start], host, meeting, busy).length === 0) return 'limit'
  return 'taken'
}

export function isBookable(
  host: HostRules,
  meeting: MeetingRules,
  busy: Busy,
  { start, now }: { start: EpochMs; now: EpochMs },
): boolean {
  return slotsOf(host, meeting, busy, { ...justThis(start), now }).length === 1
}

/** What a booking that starts then takes from the host: the meeting, which ends at `endsAt`, and its own buffers. */
export function blockedRange(
  start: EpochMs,
  meeting: Pick<MeetingRules, 'minutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'>,
): Interval & { endsAt: EpochMs } {
  const endsAt = endOf(start, meeting)
  return {
    from: start - meeting.bufferBeforeMinutes * millisecondsInMinute,
    until: endsAt + meeting.bufferAfterMinutes * millisecondsInMinute,
    endsAt,
  }
}

/** Inside the booking window and not before the notice is over. */
function startsAllowed(host: HostRules, { window, noticeMinutes }: MeetingRules, now: EpochMs): Interval {
  const noticed = { from: now + Math.max(0, noticeMinutes) * millisecondsInMinute, until: Infinity }
  return intersection(noticed, bookingWindow(host, window, now))
}

/** The starts inside the span at which the whole meeting fits the range. */
function startsOnGrid(range: OpenRange, meeting: MeetingRules, span: Interval): EpochMs[] {
  const step = meeting.stepMinutes * millisecondsInMinute
  if (!(step > 0)) throw new RangeError(`A grid cannot step by ${meeting.stepMinutes} minutes`)
  const lastStart = range.until - meeting.minutes * millisecondsInMinute
  const starts: EpochMs[] = []

  range.gridStarts.forEach((gridStart, i) => {
    const end = Math.min(range.gridStarts[i + 1] ?? Infinity, span.until)
    const skipped = Math.max(0, Math.ceil((span.from - gridStart) / step))
    for (let start = gridStart + skipped * step; start < end && start <= lastStart; start += step)
      starts.push(start)
  })
  return starts
}

function withinLimits(
  starts: readonly EpochMs[],
  host: HostRules,
  meeting: MeetingRules,
  { limits = [] }: Busy,
): readonly EpochMs[] {
  return limits.length === 0 ? starts : starts.filter(hasRoom(limits, host.timeZone, meeting))
}

/** Starts and busy times are both in order, so one walk over each is enough. */
function keepFree(starts: readonly EpochMs[], meeting: MeetingRules, busy: Busy): Slot[] {
  const [first, last] = [starts[0], starts.at(-1)]
  if (first === undefined || last === undefined) return []
  const reach = { from: blockedRange(first, meeting).from, until: blockedRange(last, meeting).until }
  const taken = joined([...busy.blocked, ...busy.external].filter((interval) => overlaps(interval, reach)))

  const around = blockedRange(0, meeting)
  const free: Slot[] = []
  let next = 0
  for (const start of starts) {
    while ((taken[next]?.until ?? Infinity) <= start + around.from) next++
    if ((taken[next]?.from ?? Infinity) >= start + around.until) {
      free.push({ startsAt: start, endsAt: start + around.endsAt })
    }
  }
  return free
}

function endOf(start: EpochMs, meeting: Pick<MeetingRules, 'minutes'>): EpochMs {
  return start + meeting.minutes * millisecondsInMinute
}

function justThis(start: EpochMs): Interval {
  return { from: start, until: start + 1 }
}
