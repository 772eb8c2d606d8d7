import type { Away } from '#app/calendars/away.server.ts'

/** Why the person who was asked for has no times on some days, and whose calendar has: below the month. */
export function AwayNote(props: {
  /** Who is away. */
  name: string
  away: readonly Away[]
  linkTo: (host: string) => string
}) {
  if (props.away.length === 0) return null
  return (
    <ul className="away">
      {props.away.map(({ days, reason, colleague }) => (
        <li key={`${days} ${reason}`}>
          <strong>
            {props.name} is away, {days}
          </strong>
          {reason && <p>{reason}</p>}
          {colleague && (
            <p>
              <a href={props.linkTo(colleague.slug)}>See the times of {colleague.name}</a>, who stands in.
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
