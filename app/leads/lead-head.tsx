import { paths } from '#app/paths.ts'
import type { LeadStatus } from '#app/prisma/enums.ts'
import { openStatuses, statusNames } from './lead-status.ts'
import { StatusMark } from './status-mark.tsx'

type LeadHeadProps = {
  number: number
  title: string
  status: LeadStatus
  mayEdit: boolean
  back: { href: string; words: string; previous: string | null; next: string | null }
}

/** What the lead is, and the way back to where it stood, on to the next and to the one before. */
export function LeadHead({ number, title, status, mayEdit, back }: LeadHeadProps) {
  return (
    <header className="bar lead-bar">
      <nav aria-label="In the list" className="neighbours">
        <a href={back.href} data-key="u">
          ← {back.words}
        </a>
        {back.previous && (
          <a href={back.previous} rel="prev" data-key="k">
            Previous
          </a>
        )}
        {back.next && (
          <a href={back.next} rel="next" data-key="j">
            Next
          </a>
        )}
      </nav>
      <h1>{title}</h1>
      <span className="label">L-{number}</span>
      <StatusMark status={status} />
      <div className="bar-end">
        {mayEdit && (
          <a className="to-acts" href="#acts">
            Write
          </a>
        )}
        {mayEdit && <a href={paths.staff.newBooking({ lead: String(number) })}>Book a consultation</a>}
      </div>
    </header>
  )
}

/** Where the lead stands on its way, and since when. */
export function Stages({ status, since }: { status: LeadStatus; since: string }) {
  const here = openStatuses.findIndex((open) => open === status)
  return (
    <ol className="stages" aria-label="Stages">
      {openStatuses.map((open, index) => (
        <li
          key={open}
          aria-current={index === here ? 'step' : undefined}
          data-passed={(here >= 0 && index < here) || status === 'won' || undefined}
        >
          {statusNames[open]}
          {index === here && <span className="label"> {since}</span>}
        </li>
      ))}
      {here < 0 && (
        <li aria-current="step">
          {statusNames[status]} <span className="label">{since}</span>
        </li>
      )}
    </ol>
  )
}
