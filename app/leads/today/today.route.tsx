import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { describePrivatePage } from '#app/seo/head.ts'
import { paths } from '#app/paths.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { sayCalendarDate, sayClearTime, sayShortDate, sayZone } from '#app/time/say.ts'
import { dateIn } from '#app/time/instants.ts'
import { count } from '#app/time/say-duration.ts'
import { hrefOf } from '../list/addresses.ts'
import { countedUpTo } from '../list/counted.ts'
import { readLeadFilter } from '../list/filter.ts'
import { rowOf } from '../list/lead-row.ts'
import { LeadLines, Part, type Line } from './today-parts.tsx'
import { readToday, todayLists } from './today.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const now = new Date()
  const { overdue, unassigned, stale, tasks, consultations } = await readToday(viewer, now)
  const zone = viewer.timeZone
  const listOf = (name: keyof typeof todayLists, found: typeof overdue) => ({
    count: sayNumber(found.count),
    href: hrefOf('list', readLeadFilter(new URLSearchParams(todayLists[name]))),
    lines: found.leads.map((lead): Line => {
      const row = rowOf(lead, viewer, now)
      const beside =
        name === 'overdue' ? row.waiting.when : name === 'stale' ? row.activity.words : row.created.words
      return {
        key: String(row.ref),
        href: paths.staff.lead(row.ref, { list: todayLists[name] }),
        who: row.who,
        what: row.title,
        beside,
        isLate: name === 'overdue',
      }
    }),
  })
  return {
    day: `${sayCalendarDate(dateIn(now, zone))}, ${sayZone(zone, now)}`,
    overdue: listOf('overdue', overdue),
    unassigned: listOf('unassigned', unassigned),
    stale: listOf('stale', stale),
    tasks: {
      count: sayNumber(tasks.count),
      href: hrefOf('list', readLeadFilter(new URLSearchParams('owner=me&sort=next'))),
      lines: tasks.tasks.map(({ id, title, dueAt, lead }): Line => {
        const isToday = dateIn(dueAt, zone) === dateIn(now, zone)
        const when = `${isToday ? '' : `${sayShortDate(dueAt, zone, now)}, `}${sayClearTime(dueAt, zone)}`
        return {
          key: id,
          href: lead ? paths.staff.lead(lead.ref) : null,
          who: title,
          what: lead ? (lead.company?.name ?? lead.person.name) : '',
          beside: dueAt < now ? `${when}, overdue` : when,
          isLate: dueAt < now,
        }
      }),
    },
    consultations: {
      count: sayNumber(consultations.count),
      href: paths.staff.bookings(),
      lines: consultations.bookings.map(
        ({ reference, startsAt, visitorName, company, host, lead }): Line => ({
          key: reference,
          href: lead ? paths.staff.lead(lead.ref) : paths.staff.booking(reference),
          who: company || visitorName,
          what: `with ${host.staff?.name ?? host.name}`,
          beside: startsAt <= now ? `${sayClearTime(startsAt, zone)}, now` : sayClearTime(startsAt, zone),
          isLate: false,
        }),
      ),
    },
  }
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

function sayNumber(number: number): string {
  return number > countedUpTo ? `${countedUpTo.toLocaleString('en-GB')}+` : number.toLocaleString('en-GB')
}
