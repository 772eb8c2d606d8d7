import { milliseconds } from 'date-fns'
import { db } from '#app/db.server.ts'
import { paths } from '#app/paths.ts'
import type { Prisma } from '#app/prisma/client.ts'
import { slotsOf } from '#app/slots/slots.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { sayClearTime, sayShortDate, sayTime, sayZone } from '#app/time/say.ts'
import type { EpochMs, TimeZone } from '#app/time/types.ts'
import { loadCalendars } from '../calendar.server.ts'
import { calendarScope } from '../scope.server.ts'
import type { CalendarRow } from './calendar-table.tsx'
import { sayWeek } from './hours-text.ts'

/** How far ahead the next free time is looked for: what is farther away helps nobody who looks at this list. */
const lookAhead = { days: 62 }

const listed = {
  staff: { select: { name: true } },
  schedules: { include: { hours: true } },
  types: { where: { type: { active: true } }, include: { type: { select: { slug: true } } } },
  calendars: { where: { failures: { gt: 0 } }, select: { name: true } },
} satisfies Prisma.HostInclude
type Listed = Prisma.HostGetPayload<{ include: typeof listed }>

/** The calendars that the viewer may see: those that can be booked first, by name. */
export async function listCalendars(viewer: Viewer, now: Date): Promise<CalendarRow[]> {
  const hosts = await db.host.findMany({
    where: calendarScope(viewer),
    include: listed,
    orderBy: [{ active: 'desc' }, { name: 'asc' }],
  })
  const free = await nextFree(hosts, now.getTime())
  return hosts.map((host) => rowOf(host, free.get(host.id), now))
}

/** The soonest start of each host in any type, by the host's id. */
async function nextFree(hosts: readonly Listed[], now: EpochMs): Promise<Map<string, EpochMs>> {
  const span = { from: now, until: now + milliseconds(lookAhead) }
  const slugs = [...new Set(hosts.flatMap(({ types }) => types.map(({ type }) => type.slug)))]
  const hostSlug = hosts.length === 1 ? hosts[0]?.slug : undefined
  const free = new Map<string, EpochMs>()
  for (const { meeting, hosts } of await loadCalendars(db, slugs, { hostSlug, span })) {
    for (const { id, rules, busy } of hosts) {
      const [slot] = slotsOf(rules, meeting, busy, { ...span, now })
      if (slot) free.set(id, Math.min(slot.startsAt, free.get(id) ?? Infinity))
    }
  }
  return free
}

function rowOf(host: Listed, free: EpochMs | undefined, now: Date): CalendarRow {
  const zone = host.timeZone as TimeZone
  const hours = host.schedules.find(({ isDefault }) => isDefault)?.hours ?? []
  return {
    slug: host.slug,
    name: host.name,
    active: host.active,
    holder: host.staff?.name ?? null,
    zone: sayZone(zone, now),
    clock: sayTime(now, zone),
    week: sayWeek(hours),
    free:
      free === undefined
        ? null
        : {
            iso: new Date(free).toISOString(),
            words: `${sayShortDate(free, zone, now)}, ${sayClearTime(free, zone)}`,
          },
    warnings: host.active ? warningsOf(host) : [],
  }
}

function warningsOf({ slug, schedules, types, calendars }: Listed): CalendarRow['warnings'] {
  const used = schedules.filter(
    ({ id, isDefault }) =>
      types.some(({ scheduleId }) => scheduleId === id) ||
      (isDefault && types.some(({ scheduleId }) => scheduleId === null)),
  )
  const hasNoHours = used.length > 0 && used.every(({ hours }) => hours.length === 0)
  return [
    ...(types.length === 0 ? [{ words: 'In no type of consultation', href: paths.staff.types() }] : []),
    ...(hasNoHours ? [{ words: 'No hours', href: paths.staff.calendarHours(slug) }] : []),
    ...calendars.map(({ name }) => ({
      words: `${name} cannot be read`,
      href: paths.staff.calendarFeeds(slug),
    })),
  ]
}
