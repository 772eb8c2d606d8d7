import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from '#app/db.server.ts'
import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { WeeklyRange } from '#app/slots/availability.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { onCalendar } from './on-calendar.server.ts'

export type ScheduleRefusal =
  'name-taken' | 'too-many' | 'gone' | 'is-default' | 'in-use' | 'changed-meanwhile'

/** Enough for any week that somebody could live by. */
const mostSchedules = 20

/** Adds a schedule, empty or with another one's hours. `key`, from the form, becomes its id: one form adds one. */
export async function addSchedule(
  viewer: Viewer,
  slug: string | undefined,
  { key, name, copyOf }: { key: string; name: string; copyOf: string | null },
): Promise<Outcome<string, ScheduleRefusal>> {
  return onCalendar(viewer, slug, async (tx, { id: hostId }): Promise<Outcome<string, ScheduleRefusal>> => {
    const schedules = await tx.schedule.findMany({ where: { hostId }, include: { hours: true } })
    if (schedules.some(({ id }) => id === key)) return done(key)
    if (schedules.some((schedule) => schedule.name === name)) return refused('name-taken')
    if (schedules.length >= mostSchedules) return refused('too-many')

    const copied = schedules.find(({ id }) => id === copyOf)?.hours ?? []
    const hours = { create: copied.map(({ weekday, from, until }) => ({ weekday, from, until })) }
    const isDefault = schedules.length === 0
    await tx.schedule.create({ data: { id: key, hostId, name, isDefault, hours } })
    return done(key)
  })
}

/** Gives the schedule that was shown this name and these hours, whatever it had. */
export async function saveSchedule(
  viewer: Viewer,
  slug: string | undefined,
  { id, version, name, hours }: { id: string; version: number; name: string; hours: readonly WeeklyRange[] },
): Promise<Outcome<null, ScheduleRefusal>> {
  return onCalendar(viewer, slug, async (tx, { id: hostId }): Promise<Outcome<null, ScheduleRefusal>> => {
    const schedules = await tx.schedule.findMany({ where: { hostId }, include: { hours: true } })
    const shown = schedules.find((schedule) => schedule.id === id)
    if (!shown) return refused('gone')
    if (shown.name === name && isDeepStrictEqual(inOrder(shown.hours), inOrder(hours))) return done(null)
    if (shown.version !== version) return refused('changed-meanwhile')
    if (schedules.some((other) => other.id !== id && other.name === name)) return refused('name-taken')

    await tx.weeklyHours.deleteMany({ where: { scheduleId: id } })
    await tx.schedule.update({
      where: { id },
      data: { name, version: { increment: 1 }, hours: { create: [...hours] } },
    })
    return done(null)
  })
}

function inOrder(hours: readonly { weekday: number; from: string; until: string }[]): string[] {
  return hours.map(({ weekday, from, until }) => `${weekday} ${from}–${until}`).toSorted()
}

/** The schedule of every type that names no other. */
export async function makeDefault(
  viewer: Viewer,
  slug: string | undefined,
  id: string,
): Promise<Outcome<null, ScheduleRefusal>> {
  return onCalendar(viewer, slug, async (tx, host): Promise<Outcome<null, ScheduleRefusal>> => {
    if (!(await find(tx, host.id, id))) return refused('gone')
    await tx.schedule.updateMany({
      where: { hostId: host.id, isDefault: true, NOT: { id } },
      data: { isDefault: false },
    })
    await tx.schedule.update({ where: { id }, data: { isDefault: true } })
    return done(null)
  })
}

/** Removes a schedule that no type uses; one that is gone already is done. */
export async function removeSchedule(
  viewer: Viewer,
  slug: string | undefined,
  id: string,
): Promise<Outcome<null, ScheduleRefusal>> {
  try {
    return await onCalendar(viewer, slug, async (tx, host): Promise<Outcome<null, ScheduleRefusal>> => {
      const schedule = await find(tx, host.id, id)
      if (!schedule) return done(null)
      if (schedule.isDefault) return refused('is-default')
      if (schedule._count.types > 0) return refused('in-use')
      await tx.schedule.delete({ where: { id } })
      return done(null)
    })
  } catch (error) {
    // A type chose it at this moment.
    if (isConstraintViolation(error, 'type_host_schedule_id_host_id_fkey')) return refused('in-use')
    throw error
  }
}

function find(tx: Transaction, hostId: string, id: string) {
  return tx.schedule.findFirst({ where: { id, hostId }, include: { _count: { select: { types: true } } } })
}
