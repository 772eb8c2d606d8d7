import { auditChange } from '#app/audit/audit-change.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { newPublicId } from '#app/ops/signed-link.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { TimeZone } from '#app/time/types.ts'
import { calendarFacts } from '../calendar-facts.server.ts'
import { officeWeek } from '../office-week.ts'
import { requireOffice } from '../scope.server.ts'
import { slugFor } from './slug.ts'

export type NewCalendar = {
  /** The form's own id becomes the calendar's, so one form makes one. */
  key: string
  name: string
  timeZone: TimeZone
  staffId: string | null
  /** Ids of the types of consultation that it joins. */
  types: readonly string[]
}
export type HolderRefusal = 'no-such-staff' | 'staff-taken'

/** Adds a calendar with the office's hours and returns its slug; the same form again returns the same. */
export async function addCalendar(
  viewer: Viewer,
  calendar: NewCalendar,
): Promise<Outcome<string, HolderRefusal>> {
  requireOffice(viewer)
  try {
    return await db.$transaction((tx) => add(tx, viewer, calendar))
  } catch (error) {
    if (isConstraintViolation(error, 'host_staff_id_key')) return refused('staff-taken')
    throw error
  }
}

async function add(
  tx: Transaction,
  viewer: Viewer,
  { key, name, timeZone, staffId, types }: NewCalendar,
): Promise<Outcome<string, HolderRefusal>> {
  await lockFor(tx, 'setup', 'calendars')
  const added = await tx.host.findUnique({ where: { id: key }, select: { slug: true } })
  if (added) return done(added.slug)
  const refusal = await whyNotHolder(tx, staffId, key)
  if (refusal) return refused(refusal)

  const taken = await tx.host.findMany({ select: { slug: true } })
  const slug = slugFor(
    name,
    taken.map((host) => host.slug),
  )
  const joined = await tx.consultationType.findMany({ where: { id: { in: [...types] } } })
  await tx.host.create({
    data: {
      id: key,
      slug,
      name,
      timeZone,
      publicId: newPublicId(),
      staffId,
      schedules: { create: { name: 'Working hours', isDefault: true, hours: { create: officeWeek() } } },
      types: { create: joined.map((type) => ({ typeId: type.id })) },
    },
  })
  await auditChange(
    tx,
    { actorId: viewer.id, action: 'calendar.changed', entity: 'calendar', entityId: slug },
    { before: {}, after: await calendarFacts(tx, key) },
  )
  return done(slug)
}

/** Everybody holds one calendar at most. */
export async function whyNotHolder(
  tx: Transaction,
  staffId: string | null,
  hostId: string,
): Promise<HolderRefusal | null> {
  if (staffId === null) return null
  const staff = await tx.staff.findUnique({ where: { id: staffId }, select: { host: true } })
  if (!staff) return 'no-such-staff'
  return staff.host && staff.host.id !== hostId ? 'staff-taken' : null
}
