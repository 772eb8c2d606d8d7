import { minutesOf } from '#app/time/local-times.ts'
import type { LocalTime } from '#app/time/types.ts'

/** The 24 hours of a day as a strip, its hours filled: says to the eye what the line beside it says in words. */
export function DayBar({ ranges }: { ranges: readonly { from: string; until: string }[] }) {
  return (
    <svg
      className="day-bar"
      viewBox="0 0 1440 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="day-bar-day" x="0" y="0" width="1440" height="10" />
      {ranges.map(({ from, until }) => {
        const start = minutesOf(from as LocalTime)
        return (
          <rect
            key={from}
            className="day-bar-open"
            x={start}
            y="0"
            width={minutesOf(until as LocalTime) - start}
            height="10"
          />
        )
      })}
      {[360, 720, 1080].map((minute) => (
        <path key={minute} className="day-bar-tick" d={`M${minute} 0V10`} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  )
}
