import { Notice } from '#app/ui/notice.tsx'
import type { Unavailable } from './asked-time.server.ts'

/** Why the time of a link cannot be had, and the nearest ones that can: above the calendar, in place of the form. */
export function UnavailableTime(props: { unavailable: Unavailable; linkTo: (slot: string) => string }) {
  const { words, why, nearby } = props.unavailable
  return (
    <div className="book-note">
      <Notice tone="amber" heading={words ? `${words} cannot be booked` : 'That time cannot be booked'}>
        <p>{why}</p>
        {nearby.length > 0 && <Nearest nearby={nearby} linkTo={props.linkTo} />}
      </Notice>
    </div>
  )
}

function Nearest({ nearby, linkTo }: { nearby: Unavailable['nearby']; linkTo: (slot: string) => string }) {
  return (
    <>
      <p>The nearest free times:</p>
      <ul className="times times-dated">
        {nearby.map(({ start, words }) => (
          <li key={start}>
            <a className="time" href={linkTo(start)}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
