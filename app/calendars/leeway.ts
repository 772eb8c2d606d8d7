/**
 * The rules as staff may bend them: notice, window and limits protect the firm from visitors, so the firm may overrule
 * them. A meeting or an event that is in the way is never overruled.
 */
import type { HostRules, WeeklyRange } from '#app/slots/availability.ts'
import { anyDate } from '#app/slots/booking-window.ts'
import type { Busy, MeetingRules } from '#app/slots/slots.ts'
import type { LocalTime } from '#app/time/types.ts'

export type Bendable = { rules: HostRules; meeting: MeetingRules; busy: Busy }

/** `anyMinute`: also beside the grid. `anyHours`: also outside the host's hours, days off, closures and holidays. */
export type Leeway = { anyMinute?: boolean; anyHours?: boolean }

/** What staff can have: without notice, window and limits, and as much more as the leeway says. */
export function bentForStaff({ rules, meeting, busy }: Bendable, leeway: Leeway = {}): Bendable {
  return {
    rules: leeway.anyHours ? alwaysThere(rules) : rules,
    meeting: {
      ...meeting,
      noticeMinutes: 0,
      window: anyDate,
      stepMinutes: leeway.anyMinute ? 1 : meeting.stepMinutes,
    },
    busy: { ...busy, limits: [] },
  }
}

const aroundTheClock: WeeklyRange[] = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
  weekday,
  from: '00:00' as LocalTime,
  until: '24:00' as LocalTime,
}))

function alwaysThere(rules: HostRules): HostRules {
  return { ...rules, weeklyHours: aroundTheClock, overrides: [], daysOff: [], closures: [], holidays: [] }
}
