import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readTodaysBookings } from '#app/booking/desk/todays-bookings.server.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { paths } from '#app/paths.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { count } from '#app/time/say-duration.ts'
import { describeToday } from './describe-today.ts'
import { LeadLines, Part } from './today-parts.tsx'
import { readToday } from './today.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const now = new Date()
  const [today, consultations] = await Promise.all([readToday(viewer, now), readTodaysBookings(viewer, now)])
  return describeToday(viewer, { ...today, consultations }, now)
}

export const meta: MetaFunction = () => describePrivatePage('Today')

export default function Today() {
  const { day, overdue, tasks, consultations, unassigned, stale } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Today</h1>
        <span className="label">{day}</span>
      </header>
      <div className="desk-body today">
        <Part id="overdue" heading="First responses overdue" {...overdue} isUrgent>
          <LeadLines lines={overdue.lines}>
            Everybody who wrote to us has been answered in time. The clock of a new lead runs in office hours
            and stops at the first call, letter or consultation.
          </LeadLines>
        </Part>
        <Part id="tasks" heading="Your tasks" {...tasks}>
          <LeadLines lines={tasks.lines}>
            Nothing of yours is due today. Give a lead a next action, in the list or on its page, and it
            appears here on its day.
          </LeadLines>
        </Part>
        <Part id="consultations" heading="Consultations today" {...consultations}>
          <LeadLines lines={consultations.lines}>
            No more consultations today. The ones to come stand in <a href={paths.staff.week()}>the week</a>.
          </LeadLines>
        </Part>
        <Part id="unassigned" heading="Nobody’s leads" {...unassigned}>
          <LeadLines lines={unassigned.lines}>
            Every open lead has an owner. New ones appear here until somebody takes them.
          </LeadLines>
        </Part>
        <Part id="stale" heading="Your quiet leads" {...stale}>
          <LeadLines lines={stale.lines}>
            None of your leads has been quiet for too long: {count(1, 'working day')} for new ones, five to
            seven for those further along.
          </LeadLines>
        </Part>
      </div>
    </>
  )
}
