import { clockFor, isClock } from '#app/time/clock.ts'
import type { Clock } from '#app/time/types.ts'

/** The clock that the visitor chose on the page (`?clock=12`), else the one of their language. */
export function visitorClock(request: Request): Clock {
  const chosen = new URL(request.url).searchParams.get('clock')
  return isClock(chosen) ? chosen : clockFor(request.headers.get('accept-language') ?? '')
}
