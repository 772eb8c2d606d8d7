import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { TimeRange } from '#app/slots/availability.ts'
import type { DateRange, Journey } from '#app/slots/stays.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { storedDate } from '#app/time/stored-dates.ts'
import type { CalendarDate } from '#app/time/types.ts'
import { onCalendar } from './on-calendar.server.ts'

type Slug = string | undefined

/** Times are given both or neither: whole days have none. */
export type TimeOffDays = DateRange & {
  times: TimeRange | null
  reason: string
  publicReason: string
  /** The slug of the calendar that visitors are offered meanwhile. */
  colleague: string | null
}

/** Gives one day hours of its own, whatever it had; no ranges close it. */
export async function setDay(
  viewer: Viewer,
  slug: Slug,
  { date, ranges }: { date: CalendarDate; ranges: readonly TimeRange[] },
): Promise<void> {
  await onCalendar(viewer, slug, async (tx, { id: hostId }) => {
    const day = { hostId, date: storedDate(date) }
    await tx.dayOverride.deleteMany({ where: day })
    await tx.dayOverride.createMany({
      data: ranges.length > 0 ? ranges.map((range) => ({ ...day, ...range })) : [day],
    })
  })
}

/** The weekly hours count again that day. */
export async function clearDay(viewer: Viewer, slug: Slug, date: CalendarDate): Promise<void> {
  await onCalendar(viewer, slug, (tx, { id: hostId }) =>
    tx.dayOverride.deleteMany({ where: { hostId, date: storedDate(date) } }),
  )
}

/**
 * Adds time off; the same again is the same time off. Bookings in it stand. A colleague who has no calendar that can be
 * booked, or is the host, is refused.
 */
export async function addTimeOff(
  viewer: Viewer,
  slug: Slug,
  off: TimeOffDays,
): Promise<Outcome<null, 'no-colleague'>> {
  return onCalendar(viewer, slug, async (tx, { id: hostId }) => {
    const colleague = off.colleague
      ? await tx.host.findFirst({ where: { slug: off.colleague, active: true, NOT: { id: hostId } } })
      : null
    if (off.colleague && !colleague) return refused('no-colleague')
    const row = {
      hostId,
      ...stored(off),
      fromTime: off.times?.from ?? null,
      untilTime: off.times?.until ?? null,
      reason: off.reason,
      publicReason: off.publicReason,
      colleagueId: colleague?.id ?? null,
    }
    if (!(await tx.timeOff.findFirst({ where: row }))) await tx.timeOff.create({ data: row })
    return done(null)
  })
}

export async function removeTimeOff(viewer: Viewer, slug: Slug, id: string): Promise<void> {
  await onCalendar(viewer, slug, (tx, { id: hostId }) => tx.timeOff.deleteMany({ where: { id, hostId } }))
}

/** Adds a journey; the same again is the same journey. One that shares a day with another is refused. */
export async function addTravel(
  viewer: Viewer,
  slug: Slug,
  { timeZone, ...days }: Journey,
): Promise<Outcome<null, 'overlaps'>> {
  try {
    await onCalendar(viewer, slug, async (tx, { id: hostId }) => {
      const row = { hostId, timeZone, ...stored(days) }
      if (await tx.travel.findFirst({ where: row })) return
      await tx.travel.create({ data: row })
    })
    return done(null)
  } catch (error) {
    if (isConstraintViolation(error, 'travel_no_overlap')) return refused('overlaps')
    throw error
  }
}

export async function removeTravel(viewer: Viewer, slug: Slug, id: string): Promise<void> {
  await onCalendar(viewer, slug, (tx, { id: hostId }) => tx.travel.deleteMany({ where: { id, hostId } }))
}

/** Whether the host works on a public holiday of their region as on any other day. */
export async function setHolidayWorked(
  viewer: Viewer,
  slug: Slug,
  { date, works }: { date: CalendarDate; works: boolean },
): Promise<void> {
  await onCalendar(viewer, slug, (tx, { id: hostId }) => {
    const row = { hostId, date: storedDate(date) }
    return works
      ? tx.workedHoliday.createMany({ data: [row], skipDuplicates: true })
      : tx.workedHoliday.deleteMany({ where: row })
  })
}

function stored({ from, until }: DateRange) {
  return { from: storedDate(from), until: storedDate(until) }
}
