import type { Clock } from '#app/time/types.ts'

const clocks = ['12', '24'] as const

/** Hours to twelve or to twenty-four, as links: the one in use is marked and leads nowhere. */
export function ClockSwitch({ clock, linkTo }: { clock: Clock; linkTo: (clock: Clock) => string }) {
  return (
    <ul className="clock-switch" aria-label="Clock">
      {clocks.map((one) => (
        <li key={one}>
          {one === clock ? <span aria-current="true">{one} h</span> : <a href={linkTo(one)}>{one} h</a>}
        </li>
      ))}
    </ul>
  )
}
