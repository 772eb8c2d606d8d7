import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { ClosedBy } from './closed-time.ts'

export type SaidStanding = {
  reference: string
  visitor: string
  iso: string
  when: string
  zone: string
  host: string
  closedBy: ClosedBy
}

const reasons: Record<ClosedBy, string> = {
  closure: 'the company is closed',
  'time-off': 'time off',
  day: 'other hours that day',
  holiday: 'a public holiday',
  hours: 'outside the hours',
}

/** Bookings that lie in time which is closed by now: nobody is told and nothing moves by itself. */
export function StandingNotice({
  bookings,
  showHost = false,
}: {
  bookings: readonly SaidStanding[]
  showHost?: boolean
}) {
  if (bookings.length === 0) return null
  const one = bookings.length === 1
  return (
    <Notice
      tone="amber"
      heading={one ? '1 booking lies in closed time' : `${bookings.length} bookings lie in closed time`}
    >
      <p>
        {one
          ? 'It stands until someone moves or cancels it.'
          : 'They stand until someone moves or cancels them.'}
      </p>
      <ul className="plain-list standing">
        {bookings.map(({ reference, visitor, iso, when, zone, host, closedBy }) => (
          <li key={reference}>
            <a href={paths.staff.booking(reference)}>{reference}</a>{' '}
            <span>
              <time dateTime={iso}>{when}</time> ({zone}), {visitor}
              {showHost && `, with ${host}`} <span className="beside">– {reasons[closedBy]}</span>
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
