import type { CalendarLink } from '#app/booking/letters/calendar-links.ts'
import { ButtonLink } from '#app/ui/button.tsx'

/** The appointment for the visitor's own calendar: three on the web, and a file for Apple's and all others. */
export function AddToCalendar({ links, fileHref }: { links: readonly CalendarLink[]; fileHref: string }) {
  return (
    <section aria-labelledby="calendar" className="no-print">
      <h2 id="calendar">Add it to your calendar</h2>
      <ul className="calendars">
        {links.map(({ name, href }) => (
          <li key={name}>
            <ButtonLink href={href} rel="noreferrer">
              {name}
            </ButtonLink>
          </li>
        ))}
        <li>
          <ButtonLink href={fileHref}>.ics file</ButtonLink>
        </li>
      </ul>
    </section>
  )
}
