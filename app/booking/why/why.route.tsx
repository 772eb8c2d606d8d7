import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { zoneChoices } from '#app/booking/picker/zone-choices.ts'
import { paths } from '#app/paths.ts'
import { describePrivatePage } from '#app/seo/head.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { addDays, isCalendarDate } from '#app/time/calendar-dates.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayCalendarDate, sayOffset, sayZone } from '#app/time/say.ts'
import type { CalendarDate, TimeZone } from '#app/time/types.ts'
import { isTimeZone } from '#app/time/zones.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { listChoices, loadWhy, pairAsked } from './load-why.server.ts'
import { WhyForm } from './why-form.tsx'
import { Causes, WhyTable } from './why-table.tsx'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const now = new Date()
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { types, hosts } = await listChoices(viewer)
  const { type, host } = pairAsked(query, { types, hosts })
  if (!host || !type) return { asked: null, why: null }

  const home = hosts.find(({ slug }) => slug === host)?.timeZone as TimeZone | undefined
  const date = dateAsked(query.date, dateIn(now, home ?? viewer.timeZone))
  const visitorZone = query.tz && isTimeZone(query.tz) ? query.tz : null
  const why = await loadWhy(viewer, { type, host, date, visitorZone, now })
  const about = { type, host, timeZone: visitorZone ?? undefined }
  return {
    asked: { type, host, date, timeZone: visitorZone },
    choices: { types, hosts, zones: zoneChoices(visitorZone ?? viewer.timeZone, now) },
    heading: sayCalendarDate(date),
    previous: paths.staff.why({ ...about, date: addDays(date, -1) }),
    next: paths.staff.why({ ...about, date: addDays(date, 1) }),
    zoneName: sayZoneAt(why.timeZone, date),
    visitorZoneName: visitorZone && sayZoneAt(visitorZone, date),
    why,
  }
}

/** Far dates are slips of the keyboard. */
function dateAsked(text: string | undefined, today: CalendarDate): CalendarDate {
  const isNear = text && isCalendarDate(text) && text > addDays(today, -1830) && text < addDays(today, 1830)
  return isNear ? text : today
}

function sayZoneAt(zone: TimeZone, date: CalendarDate): string {
  const noon = new Date(`${date}T12:00:00Z`)
  const name = sayZone(zone, noon)
  return name.startsWith('UTC') ? name : `${name}, ${sayOffset(zone, noon)}`
}

export const meta: MetaFunction = () => describePrivatePage('Why a time is offered or not')

export default function WhyPage() {
  const data = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Why a time is offered or not</h1>
      </header>
      <div className="desk-body">
        {data.asked ? (
          <Explained {...data} />
        ) : (
          <EmptyState heading="No calendar is yours">
            <p>Here stands why each time of a calendar is offered or not, once you have one.</p>
          </EmptyState>
        )}
      </div>
    </>
  )
}

type Data = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { heading: string }>

function Explained({ asked, choices, heading, previous, next, zoneName, visitorZoneName, why }: Data) {
  return (
    <>
      <WhyForm asked={asked} choices={choices} />
      <section className="why" aria-labelledby="day">
        <div className="why-head">
          <h2 id="day">{heading}</h2>
          <nav className="why-turn" aria-label="Other days">
            <a href={previous} rel="prev">
              Day before
            </a>
            <a href={next} rel="next">
              Day after
            </a>
          </nav>
        </div>
        <p>
          {why.summary} Times are {zoneName}.
        </p>
        {why.notes.length > 0 && (
          <Notice tone="amber">
            <Causes causes={why.notes} />
          </Notice>
        )}
        {why.rows.length > 0 && (
          <WhyTable rows={why.rows} zoneName={zoneName} visitorZoneName={visitorZoneName} />
        )}
      </section>
    </>
  )
}
