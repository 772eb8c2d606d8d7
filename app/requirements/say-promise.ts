import { site } from '#app/site.ts'
import { sayMoment } from '#app/time/say.ts'
import { isTimeZone } from '#app/time/zones.ts'

/** `Tuesday 1 December 2026, 13:30 (Berlin time)`: by when we answer, on the reader's clock if they told it; `''` without a moment. */
export function sayPromise(promisedBy: Date | null, readerZone: string): string {
  if (!promisedBy) return ''
  return sayMoment(promisedBy, isTimeZone(readerZone) ? readerZone : site.office.timeZone)
}
