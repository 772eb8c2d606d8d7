/**
 * What staff may book for somebody who asked them. Notice, booking window and limits are for visitors; hours, closed days
 * and the grid stand until a member of staff says that they book anyway. Whatever a host is busy with always stands. The
 * rules are relaxed and the engine decides as ever, so that nothing is checked twice in two ways.
 */
import type { EpochMs, LocalTime } from '#app/time/types.ts'
import type { HostRules } from '#app/slots/availability.ts'
import { anyDate } from '#app/slots/booking-window.ts'
import type { RefusalReason } from '#app/slots/slots.ts'
import { whyNobody, type Offer } from './offer.ts'

/** What can be booked anyway, once its name has been read and confirmed. */
export const outsideReasons = ['closed', 'hours', 'grid'] as const satisfies readonly RefusalReason[]
export type OutsideReason = (typeof outsideReasons)[number]

/** `anyway`: the reason that was shown to them and that they put aside. */
export type ByStaff = { anyway?: OutsideReason | undefined }

/** The same calendar without what keeps visitors away: notice, window and limits. */
export function forStaff<Calendar extends Offer>(calendar: Calendar): Calendar {
  return {
    ...calendar,
    meeting: { ...calendar.meeting, noticeMinutes: 0, window: anyDate },
    hosts: calendar.hosts.map((host) => ({ ...host, busy: { ...host.busy, limits: [] } })),
  }
}

/** The calendar by which a start is decided: the visitors' own, or the staff's as far as they put its rules aside. */
export function asBookedBy<Calendar extends Offer>(
  calendar: Calendar,
  staff: ByStaff | undefined,
  asked: { start: EpochMs; now: EpochMs },
): Calendar {
  if (!staff) return calendar
  const theirs = forStaff(calendar)
  return staff.anyway && whyNobody(theirs, asked) === staff.anyway ? atAnyTime(theirs) : theirs
}

/** Around the clock, the grid as fine as a clock shows. */
function atAnyTime<Calendar extends Offer>(calendar: Calendar): Calendar {
  return {
    ...calendar,
    meeting: { ...calendar.meeting, stepMinutes: 1 },
    hosts: calendar.hosts.map((host) => ({ ...host, rules: alwaysThere(host.rules) })),
  }
}

function alwaysThere({ timeZone, travel }: HostRules): HostRules {
  const [from, until] = ['00:00' as LocalTime, '24:00' as LocalTime]
  const weeklyHours = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, from, until }))
  return { timeZone, travel, weeklyHours, overrides: [], daysOff: [], closures: [], holidays: [] }
}
