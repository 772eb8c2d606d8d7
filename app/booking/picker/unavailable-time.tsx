import { Notice } from '#app/ui/notice.tsx'
import type { Unavailable } from './asked-time.server.ts'
import { HoldForm, TimeChoice } from './time-choice.tsx'

type Props = {
  unavailable: Unavailable
  linkTo: (slot: string) => string
  /** Where a chosen time is held. Without it, choosing is following a link. */
  holdAt?: string | undefined
}

/** Why the time of a link cannot be had, and the nearest ones that can: above the calendar, in place of the form. */
export function UnavailableTime(props: Props) {
  const { words, why, nearby } = props.unavailable
  return (
    <div className="book-note">
      <Notice tone="amber" heading={words ? `${words} cannot be booked` : 'That time cannot be booked'}>
        <p>{why}</p>
        {nearby.length > 0 && <Nearest {...props} />}
      </Notice>
    </div>
  )
}

function Nearest({ unavailable, linkTo, holdAt }: Props) {
  return (
    <>
      <p>The nearest free times:</p>
      <HoldForm holdAt={holdAt}>
        <ul className="times times-dated">
          {unavailable.nearby.map((time) => (
            <li key={time.start}>
              <TimeChoice {...time} holdAt={holdAt} href={linkTo(time.start)} />
            </li>
          ))}
        </ul>
      </HoldForm>
    </>
  )
}
