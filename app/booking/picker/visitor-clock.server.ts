import { clockFor, isClock } from '#app/time/clock.ts'
import type { Clock } from '#app/time/types.ts'

/** The clock that the visitor chose on the page (`?clock=12`), else the one of their language. */
export function visitorClock(request: Request): Clock {
  return chosenClock(request) ?? clockFor(request.headers.get('accept-language') ?? '')
}

/** What every further address carries on once the visitor has chosen a clock. */
export function chosenClock(request: Request): Clock | undefined {
  const chosen = new URL(request.url).searchParams.get('clock')
  return isClock(chosen) ? chosen : undefined
}
