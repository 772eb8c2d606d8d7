/**
 * What staff may book for somebody who asked them. Notice, booking window and limits are for visitors; hours, closed days
 * and the grid stand until a member of staff says that they book anyway. Whatever a host is busy with always stands.
 */
import type { RefusalReason } from '#app/slots/slots.ts'
import type { EpochMs } from '#app/time/types.ts'
import { bentForStaff, type Leeway } from './leeway.ts'
import { whyNobody, type Offer } from './offer.ts'

/** What can be booked anyway, once its name has been read and confirmed. */
export const outsideReasons = ['closed', 'hours', 'grid'] as const satisfies readonly RefusalReason[]
export type OutsideReason = (typeof outsideReasons)[number]

/** `anyway`: the reason that was shown to them and that they put aside. */
export type ByStaff = { anyway?: OutsideReason | undefined }

/** The calendar as staff see it, for all of its hosts. */
export function forStaff<Calendar extends Offer>(calendar: Calendar, leeway: Leeway = {}): Calendar {
  const { meeting } = calendar
  const bent = calendar.hosts.map((host) => ({ host, ...bentForStaff({ ...host, meeting }, leeway) }))
  return {
    ...calendar,
    meeting: bent[0]?.meeting ?? meeting,
    hosts: bent.map(({ host, rules, busy }) => ({ ...host, rules, busy })),
  }
}

/**
 * The calendar by which a start is decided: the visitors' own, or the staff's. What they put aside is what was shown to
 * them, so it is put aside for the hosts against whom that very reason stands, and for nobody's day off besides.
 */
export function asBookedBy<Calendar extends Offer>(
  calendar: Calendar,
  staff: ByStaff | undefined,
  asked: { start: EpochMs; now: EpochMs },
): Calendar {
  if (!staff) return calendar
  const theirs = forStaff(calendar)
  if (staff.anyway === undefined || whyNobody(theirs, asked) !== staff.anyway) return theirs

  const isMeant = (_: unknown, i: number) =>
    whyNobody({ ...theirs, hosts: theirs.hosts.slice(i, i + 1) }, asked) === staff.anyway
  const hosts = calendar.hosts.filter(isMeant)
  return forStaff({ ...calendar, hosts }, { anyMinute: true, anyHours: true })
}
