import { isConstraintViolation } from '#app/ops/database-errors.server.ts'
import { done, refused, type Outcome } from '#app/ops/outcome.ts'
import { hasColumns } from '#app/ops/same-columns.server.ts'
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

/** Changes the settings that were shown; of anybody but admins and managers, `office` is ignored. Bookings stay as they are. */
export async function changeCalendar(
  viewer: Viewer,
  slug: string | undefined,
  { version, ...settings }: CalendarSettings & { version: number },
  office?: OfficeSettings,
): Promise<Outcome<null, HolderRefusal | 'changed-meanwhile'>> {
  const answered = runsTheOffice(viewer) ? office : undefined
  try {
    return await onCalendar<Outcome<null, HolderRefusal | 'changed-meanwhile'>>(
      viewer,
      slug,
      async (tx, host) => {
        const columns = { ...settings, ...answered }
        if (hasColumns(host, columns)) return done(null)
        if (host.version !== version) return refused('changed-meanwhile')
        const refusal = await whyNotHolder(tx, answered?.staffId ?? null, host.id)
        if (refusal) return refused(refusal)
        await tx.host.update({
          where: { id: host.id },
          data: { ...columns, version: { increment: 1 } },
        })
        return done(null)
      },
    )
  } catch (error) {
    if (isConstraintViolation(error, 'host_staff_id_key')) return refused('staff-taken')
    throw error
  }
}
