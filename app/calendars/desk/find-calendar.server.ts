import { db } from '#app/db.server.ts'
import type { Prisma } from '#app/prisma/client.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { calendarScope } from '../scope.server.ts'

const whole = {
  schedules: { include: { hours: true }, orderBy: [{ isDefault: 'desc' }, { name: 'asc' }] },
  overrides: true,
  timeOff: { include: { colleague: { select: { name: true, staff: { select: { name: true } } } } } },
  travel: true,
  workedHolidays: true,
  staff: { select: { id: true, name: true } },
  types: { include: { type: { select: { id: true, slug: true, name: true, active: true } } } },
} satisfies Prisma.HostInclude

export type WholeCalendar = Prisma.HostGetPayload<{ include: typeof whole }>

/** A calendar with all that its pages show. Throws a 404 for one that is not there or out of the viewer's scope. */
export async function getCalendar(viewer: Viewer, slug: string | undefined): Promise<WholeCalendar> {
  const found = isSlug(slug)
    ? await db.host.findFirst({ where: { slug, AND: calendarScope(viewer) }, include: whole })
    : null
  if (!found) throw new Response(null, { status: 404 })
  return found
}

/** Whose calendars can be booked besides this one. Their names are what visitors read, so any of the staff may. */
export async function listColleagues(hostId: string): Promise<{ value: string; label: string }[]> {
  const hosts = await db.host.findMany({
    where: { active: true, NOT: { id: hostId } },
    select: { slug: true, name: true, staff: { select: { name: true } } },
    orderBy: { name: 'asc' },
  })
  return hosts.map(({ slug, name, staff }) => ({ value: slug, label: staff?.name ?? name }))
}

/** What can be a calendar's part of an address; anything else is not asked for at all. */
export function isSlug(text: string | undefined): text is string {
  return text !== undefined && /^[a-z0-9-]{1,60}$/.test(text)
}
