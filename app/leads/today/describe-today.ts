/** What the Today page says: each number with the list of just as many, and the first few of them. */
import { paths } from '#app/paths.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { dateIn } from '#app/time/instants.ts'
import { sayCalendarDate, sayClearTime, sayShortDate, sayZone } from '#app/time/say.ts'
import { hrefOf } from '../list/addresses.ts'
import { sayCounted } from '../list/counted.ts'
import { readLeadFilter } from '../list/filter.ts'
import { rowOf } from '../list/lead-row.ts'
import { sayHowLong } from '../list/next-action.ts'
import type { Line } from './today-parts.tsx'
import { todayLists } from './today-lists.ts'
import type { Today } from './today.server.ts'

/** Of bookings: the desk of bookings knows which are today's. */
export type Consultations = {
  count: number
  bookings: readonly {
    reference: string
    startsAt: Date
    visitorName: string
    company: string
    host: { name: string; staff: { name: string } | null }
    lead: { ref: number } | null
  }[]
}

export function describeToday(
  viewer: Viewer,
  { overdue, unassigned, stale, tasks, mayEdit, consultations }: Today & { consultations: Consultations },
  now: Date,
) {
  const zone = viewer.timeZone
  const listOf = (name: keyof typeof todayLists, found: typeof overdue) => ({
    count: sayCounted(found.count),
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
      count: sayCounted(tasks.count),
      href: paths.staff.tasks({ show: 'today' }),
      lines: tasks.tasks.map(({ id, title, dueAt, lead }): Line => {
        const isToday = dateIn(dueAt, zone) === dateIn(now, zone)
        const when = `${isToday ? '' : `${sayShortDate(dueAt, zone, now)}, `}${sayClearTime(dueAt, zone)}`
        return {
          key: id,
          href: lead ? paths.staff.lead(lead.ref) : paths.staff.task(id),
          who: title,
          what: lead ? (lead.company?.name ?? lead.person.name) : '',
          beside: dueAt < now ? `overdue ${sayHowLong(dueAt, now)}` : when,
          isLate: dueAt < now,
          tick: mayEdit ? paths.staff.task(id) : undefined,
        }
      }),
    },
    consultations: {
      count: sayCounted(consultations.count),
      href: paths.staff.bookings({ show: 'today' }),
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
