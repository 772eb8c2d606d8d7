import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { runsTheOffice } from '../scope.server.ts'
import { CalendarTable } from './calendar-table.tsx'
import { listCalendars } from './list-calendars.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  return { mayAdd: runsTheOffice(viewer), rows: await listCalendars(viewer, new Date()) }
}

export const meta: MetaFunction = () => describePrivatePage('Calendars')

export default function Calendars() {
  const { mayAdd, rows } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Calendars</h1>
        <div className="bar-end">
          <a href={paths.staff.closures()}>Company closures</a>
          {mayAdd && (
            <ButtonLink small href={paths.staff.newCalendar()}>
              Add a calendar
            </ButtonLink>
          )}
        </div>
      </header>
      <div className="desk-body">
        {rows.length > 0 ? <CalendarTable rows={rows} /> : <NoCalendars mayAdd={mayAdd} />}
      </div>
    </>
  )
}

function NoCalendars({ mayAdd }: { mayAdd: boolean }) {
  return mayAdd ? (
    <EmptyState heading="No calendar yet">
      <p>Visitors book a calendar’s free hours. Add one for each person who holds consultations.</p>
    </EmptyState>
  ) : (
    <EmptyState heading="You hold no calendar">
      <p>A manager can add one for you, or make you the holder of one that is there.</p>
    </EmptyState>
  )
}
