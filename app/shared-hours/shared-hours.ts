/**
 * When two places work at the same time, through a year of clock changes. Between two changes the clocks stay equally far
 * apart, so a season is one sum: Kolkata is 270 minutes ahead of Berlin in winter, its 11:00 to 20:00 reads 06:30 to 15:30
 * there, and whoever works from 09:00 to 17:30 shares 09:00 to 15:30.
 */
import { millisecondsInMinute, minutesInDay } from 'date-fns/constants'
import { addDays } from '#app/time/calendar-dates.ts'
import { dateIn, startOfDay } from '#app/time/instants.ts'
import { minutesOf } from '#app/time/local-times.ts'
import type { CalendarDate, EpochMs, LocalTime, TimeZone } from '#app/time/types.ts'
import { offsetAt, offsetPeriods } from '#app/time/zones.ts'

/** A working day, Monday to Friday, on the clock of its place. */
export type WorkingDay = { zone: TimeZone; from: LocalTime; until: LocalTime }

/** Minutes since midnight on the visitor's clock. `daysOn`: how many days further the team's calendar is by then. */
export type Stretch = { from: number; until: number; daysOn: number }

export type ClockChange = {
  date: CalendarDate
  /** By how many minutes each clock is moved; 0 for the one that is left alone. */
  visitor: number
  team: number
}

export type Season = {
  /** Dates on the visitor's calendar, both included. */
  from: CalendarDate
  until: CalendarDate
  /** How far the team's clock is ahead of the visitor's, in minutes. */
  ahead: number
  /** The team's hours on the visitor's clock, where they fall into the visitor's day from midnight to midnight. */
  team: Stretch[]
  shared: Stretch[]
  /** Of a day that is shared. */
  minutesADay: number
  /** Of a week without holidays: where the shared time is another day for the team, one of five is its weekend. */
  minutesAWeek: number
  /** What began the season; null for the one that is on. */
  change: ClockChange | null
}

const daysInYear = 365

/** The seasons from today on the visitor's calendar to the same day a year on. */
export function sharedThroughYear(visitor: WorkingDay, team: WorkingDay, now: EpochMs): Season[] {
  const today = dateIn(now, visitor.zone)
  const last = addDays(today, daysInYear)
  const year = { from: startOfDay(today, visitor.zone), until: startOfDay(last, visitor.zone) }
  const starts = [visitor.zone, team.zone].flatMap((zone) =>
    offsetPeriods(zone, year).map(({ from }) => from),
  )
  const instants = [...new Set(starts)]
    .sort((a, b) => a - b)
    .filter(
      (at, index) => index === 0 || minutesAhead(visitor, team, at) !== minutesAhead(visitor, team, at - 1),
    )

  return instants.map((at, index) => {
    const next = instants[index + 1]
    return {
      from: dateIn(at, visitor.zone),
      until: addDays(next === undefined ? last : dateIn(next, visitor.zone), -1),
      ...sharedOnDay(visitor, team, minutesAhead(visitor, team, at)),
      change: index === 0 ? null : changeAt(visitor, team, at),
    }
  })
}

/** The same sum for one day, `ahead` being how far the team's clock is ahead of the visitor's. */
export function sharedOnDay(visitor: WorkingDay, team: WorkingDay, ahead: number) {
  const day = { from: minutesOf(visitor.from), until: minutesOf(visitor.until) }
  const teamDays = [-2, -1, 0, 1, 2].map((daysOn) => ({
    from: minutesOf(team.from) - ahead + daysOn * minutesInDay,
    until: minutesOf(team.until) - ahead + daysOn * minutesInDay,
    daysOn,
  }))
  const shared = teamDays.flatMap((stretch) => within(stretch, day))
  return {
    ahead,
    team: teamDays.flatMap((stretch) => within(stretch, { from: 0, until: minutesInDay })),
    shared,
    minutesADay: sum(shared, ({ from, until }) => until - from),
    minutesAWeek: sum(shared, ({ from, until, daysOn }) => (until - from) * (5 - Math.abs(daysOn))),
  }
}

/** Nobody is asked to begin further from their hours than this. */
const mostMoved = 180

/**
 * Hours of the same length that share `wanted` minutes with the team in every season, moved as little as possible; null
 * where none do within three hours and the same day.
 */
export function movedToShare(
  visitor: WorkingDay,
  { team, seasons, wanted }: { team: WorkingDay; seasons: readonly Season[]; wanted: number },
): { from: LocalTime; until: LocalTime } | null {
  const [from, until] = [minutesOf(visitor.from), minutesOf(visitor.until)]
  const moves = seasons
    .flatMap((season) =>
      season.team.flatMap((stretch) => [stretch.until - wanted - from, stretch.from + wanted - until]),
    )
    .filter((move) => Math.abs(move) <= mostMoved && from + move >= 0 && until + move <= minutesInDay)
    .sort((a, b) => Math.abs(a) - Math.abs(b))
    .map((move) => ({ from: localTimeAt(from + move), until: localTimeAt(until + move) }))
  const does = (hours: { from: LocalTime; until: LocalTime }) =>
    seasons.every(({ ahead }) => sharedOnDay({ ...visitor, ...hours }, team, ahead).minutesADay >= wanted)
  return moves.find(does) ?? null
}

/** Where a minute of the visitor's day stands on the team's clock, from 0 up to 1440. */
export function onTeamClock(minute: number, { ahead }: Pick<Season, 'ahead'>): number {
  return (((minute + ahead) % minutesInDay) + minutesInDay) % minutesInDay
}

/** `'09:30'` for 570, `'24:00'` for 1440. */
export function localTimeAt(minutes: number): LocalTime {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}` as LocalTime
}

function minutesAhead(visitor: WorkingDay, team: WorkingDay, at: EpochMs): number {
  return (offsetAt(team.zone, at) - offsetAt(visitor.zone, at)) / millisecondsInMinute
}

function changeAt(visitor: WorkingDay, team: WorkingDay, at: EpochMs): ClockChange {
  const [here, there] = [movedBy(visitor.zone, at), movedBy(team.zone, at)]
  const zone = here === 0 ? team.zone : visitor.zone
  return { date: dateIn(at, zone), visitor: here, team: there }
}

function movedBy(zone: TimeZone, at: EpochMs): number {
  return (offsetAt(zone, at) - offsetAt(zone, at - 1)) / millisecondsInMinute
}

function within(stretch: Stretch, bounds: { from: number; until: number }): Stretch[] {
  const [from, until] = [Math.max(stretch.from, bounds.from), Math.min(stretch.until, bounds.until)]
  return from < until ? [{ ...stretch, from, until }] : []
}

function sum(stretches: readonly Stretch[], of: (stretch: Stretch) => number): number {
  return stretches.reduce((total, stretch) => total + of(stretch), 0)
}
