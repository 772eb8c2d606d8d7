import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import type { TimeZone } from '#app/time/types.ts'
import type { MeetingLimits, MinuteLimits } from '../limit-columns.ts'
import { runsTheOffice } from '../scope.server.ts'
import { whyNotHolder, type HolderRefusal } from './add-calendar.server.ts'
import { onCalendar } from './on-calendar.server.ts'

export type CalendarSettings = {
  name: string
  timeZone: TimeZone
  region: string | null
} & MeetingLimits &
  MinuteLimits
/** Who holds it and whether it can be booked: changed by those who answer for which calendars there are. */
export type OfficeSettings = { staffId: string | null; active: boolean }

/** Changes a calendar's settings; of anybody but admins and managers, `office` is ignored. Bookings stay as they are. */
export async function changeCalendar(
  viewer: Viewer,
  slug: string | undefined,
  settings: CalendarSettings,
  office?: OfficeSettings,
): Promise<Outcome<null, HolderRefusal>> {
  const answered = runsTheOffice(viewer) ? office : undefined
  try {
    return await onCalendar(viewer, slug, async (tx, host): Promise<Outcome<null, HolderRefusal>> => {
      const refusal = await whyNotHolder(tx, answered?.staffId ?? null, host.id)
      if (refusal) return refused(refusal)
      await tx.host.update({ where: { id: host.id }, data: { ...settings, ...answered } })
      return done(null)
    })
  } catch (error) {
    if (isConstraintViolation(error, 'host_staff_id_key')) return refused('staff-taken')
    throw error
  }
}
