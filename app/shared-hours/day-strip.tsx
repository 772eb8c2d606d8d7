import { minutesInDay } from 'date-fns/constants'
import { minutesOf } from '#app/time/local-times.ts'
import type { Hours } from './typed-hours.ts'
import { localTimeAt, type Season } from './shared-hours.ts'

type Bar = { from: number; until: number }

const hoursMarked = [0, 3, 6, 9, 12, 15, 18, 21, 24]
const lane = { height: 24, pitch: 30 }

/**
 * A day on the visitor's clock from midnight to midnight: their hours, the team's, and what both share. Places are per
 * cent of the width and letters keep their size, so it reads the same on a phone.
 */
export function DayStrip({ hours, season, city }: { hours: Hours; season: Season; city: string }) {
  const lanes = [
    {
      look: 'strip-bar',
      name: 'You',
      bars: [{ from: minutesOf(hours.from), until: minutesOf(hours.until) }],
    },
    { look: 'strip-bar strip-team', name: 'Team', bars: season.team },
    { look: 'strip-bar strip-shared', name: 'Both', bars: season.shared },
  ]
  const foot = lanes.length * lane.pitch
  return (
    <svg className="strip" width="100%" height={foot + 22} role="img" aria-label={describe(lanes, city)}>
      {hoursMarked.map((hour) => (
        <g key={hour}>
          <line className="strip-hour" x1={at(hour * 60)} x2={at(hour * 60)} y1="0" y2={foot} />
          <text
            x={at(hour * 60)}
            y={foot + 16}
            textAnchor={hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle'}
          >
            {hour}
          </text>
        </g>
      ))}
      {lanes.map(({ look, name, bars }, index) => (
        <g key={name} className={look}>
          {bars.map((bar) => (
            <rect
              key={bar.from}
              x={at(bar.from)}
              width={at(bar.until - bar.from)}
              y={index * lane.pitch + 1}
              height={lane.height}
              rx="4"
            />
          ))}
          <Words name={name} bar={longest(bars)} y={index * lane.pitch + 17} />
        </g>
      ))}
    </svg>
  )
}

/** Inside the bar where it is wide enough on a phone too, else beside it, on the side that has room. */
function Words({ name, bar, y }: { name: string; bar: Bar | undefined; y: number }) {
  if (!bar)
    return (
      <text x="0" dx="8" y={y}>
        {name}: never
      </text>
    )
  const isNarrow = bar.until - bar.from < minutesInDay * 0.34
  const isAfter = isNarrow && bar.until < minutesInDay * 0.61
  const isBefore = isNarrow && !isAfter && bar.from > minutesInDay * 0.42
  return (
    <text
      x={at(isAfter ? bar.until : bar.from)}
      dx={isBefore ? -8 : 8}
      y={y}
      textAnchor={isBefore ? 'end' : 'start'}
    >
      {name} {sayBar(bar)}
    </text>
  )
}

function longest(bars: readonly Bar[]): Bar | undefined {
  return [...bars].sort((a, b) => b.until - b.from - (a.until - a.from))[0]
}

function describe(lanes: readonly { name: string; bars: readonly Bar[] }[], city: string): string {
  const said = lanes.map(({ name, bars }) => `${name}: ${bars.map(sayBar).join(' and ') || 'never'}`)
  return `A day on the clock of ${city}. ${said.join('. ')}.`
}

function sayBar({ from, until }: Bar): string {
  return `${localTimeAt(from)}–${localTimeAt(until)}`
}

function at(minutes: number): string {
  return `${((minutes / minutesInDay) * 100).toFixed(3)}%`
}
