import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { zoneChoices } from '#app/booking/picker/zone-choices.ts'
import { db } from '#app/db.server.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayCalendarDate } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { sayRegion } from '../holidays.server.ts'
import { requireCalendarEditor } from '../scope.server.ts'
import { CalendarFrame } from './calendar-frame.tsx'
import { describeHead, todayOf } from './calendar-head.server.ts'
import { ComingList } from './coming-list.tsx'
import { comingDates } from './coming.server.ts'
import { actOnDates } from './dates-forms.server.ts'
import { DayPanel, TimeOffPanel, TravelPanel } from './dates-panels.tsx'
import { getCalendar, listColleagues } from './find-calendar.server.ts'
import { listStanding } from './standing-bookings.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const host = await getCalendar(viewer, params.host)
  const now = new Date()
  const today = todayOf(host, now)
  const standing = await listStanding({ id: host.id }, now)
  return {
    head: await describeHead(viewer, host, { request, now, standing }),
    today: sayCalendarDate(today),
    region: host.region && sayRegion(host.region),
    months: comingDates(host, await db.closure.findMany(), { today, standing }),
    home: host.timeZone,
    zones: zoneChoices(host.timeZone as TimeZone, now),
    colleagues: await listColleagues(host.id),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireCalendarEditor(viewer)
  const host = await getCalendar(viewer, params.host)
  const outcome = await actOnDates(viewer, host.slug, todayOf(host, new Date()), await readForm(request))
  if (!outcome.ok) return data(outcome.refused, { status: 422 })
  return redirect(paths.staff.calendarDates(host.slug, { done: outcome.done }), 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: calendar }) =>
  describePrivatePage(`Dates: ${calendar?.head.name ?? 'Calendar'}`)

export default function DatesPage() {
  const { head, today, region, months, home, zones, colleagues } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = paths.staff.calendarDates(head.slug)
  const panel = (intent: string) => ({
    action: here,
    typed: refused?.intent === intent ? refused.typed : null,
    errors: refused?.intent === intent ? refused.errors : {},
  })
  return (
    <CalendarFrame head={head} tab="Dates">
      <div className="split">
        <section className="stack" aria-labelledby="coming">
          <div>
            <h2 id="coming">What is coming</h2>
            <p className="beside">
              Days unlike others, from {today} on.{' '}
              {region
                ? `Public holidays are those of ${region}.`
                : 'No country is set, so no public holidays.'}
              {head.mayChange && (
                <>
                  {' '}
                  <a href={paths.staff.calendar(head.slug)}>Change the country</a>{' '}
                  <a className="to-acts" href="#add-off">
                    Add a date
                  </a>
                </>
              )}
            </p>
          </div>
          {months.length > 0 ? (
            <ComingList action={here} months={months} mayChange={head.mayChange} />
          ) : (
            <EmptyState heading="Every day is like its weekday">
              <p>Time off, other hours on a day, journeys and public holidays will stand here.</p>
            </EmptyState>
          )}
        </section>
        {head.mayChange && (
          <div className="stack">
            <TimeOffPanel {...panel('off')} colleagues={colleagues} />
            <DayPanel {...panel('day')} />
            <TravelPanel {...panel('travel')} zones={zones} home={home} />
          </div>
        )}
      </div>
    </CalendarFrame>
  )
}
