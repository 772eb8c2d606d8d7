/**
 * The starts of a repeated event, by ical.js. They are reckoned on the wall clock, where "every Monday at nine" means the
 * same in summer and winter; only then does anybody ask which instants those are.
 */
import { milliseconds } from 'date-fns'
import { millisecondsInDay } from 'date-fns/constants'
import ICAL from 'ical.js'
import { readingAt, type OffsetAt } from './wall-clock.ts'

/** A start as the wall clock reads it, in milliseconds as if it were UTC. */
export type Start = { wall: number; isDate: boolean }

/** What is left to spend, so that no file can keep the server busy: shared by all rules of a file. */
export type Work = { steps: number }

/** From one start to the next, more than ten years of days: a rule that never comes true ends here. */
const mostStepsToNext = 20_000

/** Rules of which any whole number of turns can be skipped, for what began long ago. */
const turns: Record<string, number> = {
  SECONDLY: milliseconds({ seconds: 1 }),
  MINUTELY: milliseconds({ minutes: 1 }),
  HOURLY: milliseconds({ hours: 1 }),
  DAILY: milliseconds({ days: 1 }),
  WEEKLY: milliseconds({ weeks: 1 }),
}

/**
 * The readings from about `from` until `until` at which the rule repeats; it ends where the library can follow it no
 * further, or where too much work was spent on it.
 */
export function* repeats(
  rule: ICAL.Recur,
  start: Start,
  within: { from: number; until: number; offsetAt: OffsetAt; work: Work },
): Generator<number> {
  try {
    const local = withLocalEnd(rule, start, within.offsetAt)
    const next = boundedSteps(local, timeOf(nearer(local, start, within.from)), within.work)
    for (let time = next(); time; time = next()) {
      const wall = wallOf(time)
      if (wall > within.until) return
      if (wall >= start.wall) yield wall
    }
  } catch {
    // The library throws plain Errors at rules it cannot follow, and so does the limit below.
  }
}

/** A reading of the wall clock as the library writes it, in no zone. */
function timeOf({ wall, isDate }: Start): ICAL.Time {
  const date = new Date(wall)
  const reading = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: isDate ? 0 : date.getUTCHours(),
    minute: isDate ? 0 : date.getUTCMinutes(),
    second: isDate ? 0 : date.getUTCSeconds(),
    isDate,
  }
  return new ICAL.Time(reading, ICAL.Timezone.localTimezone)
}

export function wallOf({ year, month, day, hour, minute, second }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

export function isUtc({ zone }: ICAL.Time): boolean {
  return zone === ICAL.Timezone.utcTimezone
}

/** UNTIL is an instant for zoned starts; as a date it includes its day. */
function withLocalEnd(rule: ICAL.Recur, start: Start, offsetAt: OffsetAt): ICAL.Recur {
  const local = rule.clone()
  if (!rule.until) return local
  const end = wallOf(rule.until)
  const wall = isUtc(rule.until) && !start.isDate ? readingAt(end, offsetAt) : end
  const lastOfDay = millisecondsInDay - milliseconds({ seconds: 1 })
  local.until = timeOf({ wall: rule.until.isDate ? wall + lastOfDay : wall, isDate: false })
  return local
}

/** The last turn before `from`, for a rule that is not counted from its start. */
function nearer(rule: ICAL.Recur, start: Start, from: number): Start {
  const turn = (turns[rule.freq] ?? 0) * rule.interval
  const skipped = turn > 0 && !rule.count ? Math.floor((from - start.wall) / turn) - 1 : 0
  return skipped > 0 ? { ...start, wall: start.wall + skipped * turn } : start
}

/** The library looks for the next start without end; here every step through years, months and days is counted. */
function boundedSteps(rule: ICAL.Recur, dtstart: ICAL.Time, work: Work): () => ICAL.Time | null {
  let left = mostStepsToNext
  const spend = (steps: number) => {
    left -= steps
    work.steps -= steps
    if (left < 0 || work.steps < 0) throw new Error('This rule takes too many steps')
  }
  class BoundedIterator extends ICAL.RecurIterator {
    override check_contracting_rules() {
      spend(1)
      return super.check_contracting_rules()
    }
    override expand_year_days(year: number) {
      spend(4)
      return super.expand_year_days(year)
    }
    override increment_month() {
      spend(1)
      super.increment_month()
    }
    override increment_monthday(days: number) {
      spend(days)
      super.increment_monthday(days)
    }
  }
  const iterator = new BoundedIterator({ rule, dtstart })
  return () => {
    left = mostStepsToNext
    return iterator.next()
  }
}
