import type { Clock } from '#app/time/types.ts'

const clocks = ['12', '24'] as const

/** Hours to twelve or to twenty-four, as links of which one is marked. */
export function ClockSwitch({ clock, linkTo }: { clock: Clock; linkTo: (clock: Clock) => string }) {
  return (
    <ul className="clock-switch" aria-label="Clock">
      {clocks.map((one) => (
        <li key={one}>
          <a id={`clock-${one}`} href={linkTo(one)} aria-current={one === clock ? 'true' : undefined}>
            {one} h
          </a>
        </li>
      ))}
    </ul>
  )
}
