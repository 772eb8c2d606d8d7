import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Context } from './ask-for-time.tsx'

export type Chosen = {
  start: string
  theirs: string
  theirZone: string
  other: string | null
  outside: { reason: 'closed' | 'hours' | 'grid' } | null
  lost: { why: string; nearby: readonly { start: string; words: string; href: string }[] } | null
}

type Page = {
  context: Context
  date: string
  hostName: string | null
  hosts: readonly { slug: string; name: string }[]
}

/** The time that was chosen, large, on both clocks; or why it cannot be had, with the nearest that can. */
export function ChosenTime({ page, chosen }: { page: Page; chosen: Chosen }) {
  const { context, date, hostName } = page
  return (
    <>
      <div className="appointment">
        <p className="appointment-time">
          <time dateTime={chosen.start}>{chosen.theirs}</time>
        </p>
        <p className="label">
          {chosen.theirZone}
          {chosen.other && ` · ${chosen.other}`} · with {hostName ?? 'whoever is next'} ·{' '}
          <a href={paths.staff.newBooking({ ...context, date })}>Change the time</a>
        </p>
      </div>
      {chosen.lost && (
        <Notice tone="amber" heading="This time cannot be booked">
          <p>{chosen.lost.why}</p>
          <ul>
            {chosen.lost.nearby.map(({ start, words, href }) => (
              <li key={start}>
                <a href={href}>{words}</a>
              </li>
            ))}
          </ul>
          {!hostName && <OneCalendar page={page} slot={chosen.start} />}
        </Notice>
      )}
    </>
  )
}

/** Outside everybody's hours somebody's calendar has to be chosen. */
function OneCalendar({ page: { context, date, hosts }, slot }: { page: Page; slot: string }) {
  return (
    <p>
      Or look at one calendar:{' '}
      {hosts.map(({ slug, name }) => (
        <span key={slug}>
          <a href={paths.staff.newBooking({ ...context, date, slot, host: slug })}>{name}</a>{' '}
        </span>
      ))}
    </p>
  )
}
