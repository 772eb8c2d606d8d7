import { isDeepStrictEqual } from 'node:util'
import { requireOffice } from '#app/calendars/scope.server.ts'
import { db, type Transaction } from '#app/db.server.ts'
import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { lockFor } from '#app/ops/locks.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { hasColumns } from '#app/ops/same-columns.server.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { storedDate } from '#app/time/stored-dates.ts'
import { auditedType } from './type-facts.server.ts'
import type { TypeHostSettings, TypeSettings } from './type-schema.ts'

export type SaveRefusal = 'slug-taken' | 'hosts-changed'

/** Adds a type after all others. `key` is the form's own and becomes its id, so that one form makes one type. */
export function addType(
  viewer: Viewer,
  { key, settings }: { key: string; settings: TypeSettings },
): Promise<Outcome<string, SaveRefusal>> {
  requireOffice(viewer)
  return orRefused(async (tx) => {
    await lockFor(tx, 'setup', 'consultation types')
    const added = await tx.consultationType.findUnique({ where: { id: key }, select: { slug: true } })
    if (added) return done(added.slug)
    if (!(await areThere(tx, settings.hosts))) return refused('hosts-changed')

    const last = await tx.consultationType.aggregate({ _max: { position: true } })
    const position = (last._max.position ?? -1) + 1
    const { slug } = settings
    await auditedType(tx, viewer, { id: key, slug }, () =>
      tx.consultationType.create({
        data: {
          id: key,
          position,
          ...columnsOf(settings),
          hosts: { create: settings.hosts.map(hostColumns) },
        },
      }),
    )
    return done(slug)
  })
}

/** Changes the type that was shown; the bookings that are made keep their times and place. */
export function changeType(
  viewer: Viewer,
  { slug, version, settings }: { slug: string; version: number; settings: TypeSettings },
): Promise<Outcome<string, SaveRefusal | 'not-found' | 'changed-meanwhile'>> {
  requireOffice(viewer)
  return orRefused<SaveRefusal | 'not-found' | 'changed-meanwhile'>(async (tx) => {
    await lockFor(tx, 'setup', 'consultation types')
    const type = await tx.consultationType.findUnique({ where: { slug }, include: { hosts: true } })
    if (!type) return refused('not-found')
    if (
      hasColumns(type, columnsOf(settings)) &&
      isDeepStrictEqual(sharesOf(type.hosts), sharesOf(settings.hosts.map(hostColumns)))
    )
      return done(slug)
    if (type.version !== version) return refused('changed-meanwhile')
    if (!(await areThere(tx, settings.hosts))) return refused('hosts-changed')

    await auditedType(tx, viewer, type, async () => {
      await tx.typeHost.deleteMany({ where: { typeId: type.id } })
      await tx.consultationType.update({
        where: { id: type.id },
        data: {
          ...columnsOf(settings),
          version: { increment: 1 },
          hosts: { create: settings.hosts.map(hostColumns) },
        },
      })
    })
    return done(settings.slug)
  })
}

async function orRefused<Reason extends string>(
  act: (tx: Transaction) => Promise<Outcome<string, Reason>>,
): Promise<Outcome<string, Reason | SaveRefusal>> {
  try {
    return await db.$transaction(act)
  } catch (error) {
    if (isConstraintViolation(error, 'consultation_type_slug_key')) return refused('slug-taken')
    if (isConstraintViolation(error, 'type_host_schedule_id_host_id_fkey')) return refused('hosts-changed')
    if (isConstraintViolation(error, 'type_host_host_id_fkey')) return refused('hosts-changed')
    throw error
  }
}

/** Whether every calendar is still there, and the hours that were chosen are its own. */
async function areThere(tx: Transaction, hosts: readonly TypeHostSettings[]): Promise<boolean> {
  const found = await tx.host.findMany({
    where: { id: { in: hosts.map(({ id }) => id) } },
    select: { id: true, schedules: { select: { id: true } } },
  })
  return (
    found.length === hosts.length &&
    hosts.every(
      ({ id, scheduleId }) =>
        scheduleId === null ||
        found.find((host) => host.id === id)?.schedules.some((schedule) => schedule.id === scheduleId),
    )
  )
}

function columnsOf({ hosts: _hosts, windowFrom, windowUntil, ...columns }: TypeSettings) {
  return {
    ...columns,
    windowFrom: windowFrom && storedDate(windowFrom),
    windowUntil: windowUntil && storedDate(windowUntil),
  }
}

/** Who holds it and how, in one order. */
function sharesOf(hosts: readonly ReturnType<typeof hostColumns>[]): string[] {
  return hosts
    .map(({ hostId, rank, weight, scheduleId }) => `${hostId} ${rank} ${weight} ${scheduleId}`)
    .toSorted()
}

/** Hours of one's own are named by their id, the default ones by none. */
function hostColumns({ id, rank, weight, scheduleId }: TypeHostSettings) {
  return { hostId: id, rank, weight, scheduleId }
}
