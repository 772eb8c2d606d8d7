import { nextFreeTimes } from '#app/booking/picker/next-free-times.server.ts'
import { visitorClock } from '#app/booking/picker/visitor-clock.server.ts'
import { isZoneGuessed, visitorZone } from '#app/booking/picker/visitor-zone.server.ts'
import { paths } from '#app/paths.ts'
import { sayZone } from '#app/time/say.ts'
import type { TimesShown } from './next-times.tsx'

/** The next free times as a page shows them to the visitor who asks: words only, on the visitor's clock. */
export async function nextTimesFor(
  request: Request,
  { now, count, role }: { now: Date; count: number; role?: string },
): Promise<TimesShown> {
  const { timeZone, times } = await nextFreeTimes({
    timeZone: visitorZone(request),
    clock: visitorClock(request),
    now,
    count,
    role,
  })
  return {
    zoneName: sayZone(timeZone, now),
    isGuessed: isZoneGuessed(request),
    alone: count === 1 ? paths.freeTimesLine(role) : paths.freeTimes(),
    times: times.map(({ href, date, time }) => ({ href, date, time })),
  }
}
