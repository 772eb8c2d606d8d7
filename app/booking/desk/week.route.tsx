import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { slug } from '#app/booking/booking.ts'
import { mayEdit } from '#app/leads/scope.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { addDays, isCalendarDate, weekdayOf } from '#app/time/calendar-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayDayAndYear, sayZone } from '#app/time/say.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { BookingLinks } from './booking-links.tsx'
import { initialsOf } from './initials.ts'
import { listNarrowings } from './list-bookings.server.ts'
import { loadWeek } from './load-week.server.ts'
import { WeekGrid } from './week-grid.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const now = new Date()
  const query = new URL(request.url).searchParams
  const asked = query.get('from') ?? ''
  const monday = mondayOf(isCalendarDate(asked) ? asked : dateIn(now, viewer.timeZone))
  const host = slug.safeParse(query.get('host')).data
  const [{ week, hosts, more }, narrowings] = await Promise.all([
    loadWeek(viewer, { monday, slug: host }, now),
    listNarrowings(),
  ])
  const initials = initialsOf(hosts.map(({ name }) => name))
  return {
    ...{ week, more, host: host ?? null },
    hosts: hosts.map((each, index) => ({ ...each, initials: initials[index] ?? '' })),
    everybody: narrowings.hosts,
    mayBook: mayEdit(viewer),
    heading: sayWeek(monday),
    zoneName: sayZone(viewer.timeZone, now),
    turns: {
      previous: paths.staff.week({ from: addDays(monday, -7), host }),
      current: `${paths.staff.week({ host })}#today`,
      next: paths.staff.week({ from: addDays(monday, 7), host }),
    },
    from: monday,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  describePrivatePage(shown ? `Week of ${shown.heading}` : 'Week')

export default function WeekPage() {
  const { mayBook, week, hosts, more, host, everybody, heading, zoneName, turns, from } =
    useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>{heading}</h1>
        <nav className="diary-turn" aria-label="Weeks">
          <ButtonLink small href={turns.previous} rel="prev" aria-label="Previous week">
            ‹
          </ButtonLink>
          <ButtonLink small href={turns.current}>
            This week
          </ButtonLink>
          <ButtonLink small href={turns.next} rel="next" aria-label="Next week">
            ›
          </ButtonLink>
        </nav>
        <HostFilter hosts={everybody} chosen={host} from={from} />
        <BookingLinks mayBook={mayBook} />
      </header>
      <div className="desk-body">
        {hosts.length === 0 ? (
          <EmptyState heading="No calendar to show">
            <p>
              <a href={paths.staff.week({ from })}>Show every calendar</a>
            </p>
          </EmptyState>
        ) : (
          <WeekGrid week={week} hosts={hosts} zoneName={zoneName} />
        )}
        {more && <p>These are the first calendars by name. Choose one above to see another.</p>}
      </div>
    </>
  )
}

type Choice = { slug: string; name: string }

function HostFilter({
  hosts,
  chosen,
  from,
}: {
  hosts: readonly Choice[]
  chosen: string | null
  from: string
}) {
  return (
    <form method="get" action={paths.staff.week()}>
      <input type="hidden" name="from" value={from} />
      <select name="host" aria-label="Calendar" defaultValue={chosen ?? ''}>
        <option value="">Every calendar</option>
        {hosts.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
      <Button small>Show</Button>
    </form>
  )
}

function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date))
}

/** `'30 November to 6 December 2026'`. */
function sayWeek(monday: CalendarDate): string {
  const sunday = addDays(monday, 6)
  const [first, last] = [sayDayAndYear(monday), sayDayAndYear(sunday)]
  const isOneYear = monday.slice(0, 4) === sunday.slice(0, 4)
  const isOneMonth = monday.slice(0, 7) === sunday.slice(0, 7)
  if (isOneMonth) return `${Number(monday.slice(8))} to ${last}`
  return `${isOneYear ? first.slice(0, -5) : first} to ${last}`
}
