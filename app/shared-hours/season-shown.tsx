import { count } from '#app/time/say-duration.ts'
import { cityOf, sayDayAndYear } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { DayStrip } from './day-strip.tsx'
import { localTimeAt, onTeamClock, type Season } from './shared-hours.ts'
import type { Hours } from './typed-hours.ts'

type SeasonProps = { season: Season; hours: Hours; visitor: TimeZone; team: TimeZone }

/** One season: what began it, and its day drawn. */
export function SeasonShown({ season, hours, visitor, team }: SeasonProps) {
  return (
    <section className="season" aria-labelledby={`from-${season.from}`}>
      <h3 id={`from-${season.from}`}>
        {season.change ? `From ${sayDayAndYear(season.from)}` : 'Now'}
        <span className={season.minutesADay > 0 ? 'season-sum' : 'season-none'}>{sayShared(season)}</span>
      </h3>
      {season.change && <p>{sayChange(season.change, { visitor, team })}</p>}
      <DayStrip hours={hours} season={season} city={cityOf(visitor)} />
    </section>
  )
}

/** `'09:00 to 15:30'` on the visitor's clock; `'none'` when nothing is shared. */
export function sayOnYourClock({ shared }: Season): string {
  return shared.map(({ from, until }) => sayFromTo(from, until)).join(', ') || 'none'
}

/** The same on the team's clock. */
export function sayOnTeamClock(season: Season): string {
  const said = season.shared.map(({ from, until, daysOn }) => {
    const end = onTeamClock(until, season)
    const words = sayFromTo(onTeamClock(from, season), end === 0 ? 1440 : end)
    if (daysOn === 0) return words
    return `${words} the day ${daysOn > 0 ? 'after' : 'before'}`
  })
  return said.join(', ') || 'none'
}

/** `'6 hours 30 minutes a day'`. */
export function sayShared({ minutesADay, minutesAWeek }: Season): string {
  if (minutesADay === 0) return 'no hour is shared'
  const days = Math.round(minutesAWeek / minutesADay)
  return `${sayHours(minutesADay)} a day${days === 5 ? '' : `, on ${days} days a week`}`
}

export function sayHours(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? count(hours, 'hour') : '', rest > 0 ? count(rest, 'minute') : '']
    .filter(Boolean)
    .join(' ')
}

function sayChange(
  change: NonNullable<Season['change']>,
  { visitor, team }: { visitor: TimeZone; team: TimeZone },
) {
  const moved = [
    { city: cityOf(visitor), minutes: change.visitor },
    { city: cityOf(team), minutes: change.team },
  ].filter(({ minutes }) => minutes !== 0)
  const said = moved.map(
    ({ city, minutes }) =>
      `clocks in ${city} go ${minutes > 0 ? 'forward' : 'back'} ${sayHours(Math.abs(minutes))}`,
  )
  return `On ${sayDayAndYear(change.date)} ${said.join(', and ')}.`
}

function sayFromTo(from: number, until: number): string {
  return `${localTimeAt(from)} to ${localTimeAt(until)}`
}
