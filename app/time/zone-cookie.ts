/**
 * The cookie in which a visitor's browser keeps the zone whose clock they read. It is necessary: without it times would be
 * drawn on the office's clock, which is not theirs.
 */
import { isTimeZone } from './zones.ts'
import type { TimeZone } from './types.ts'

/** The zone in a `Cookie` header: `'tz=Europe%2FBerlin'` is `Europe/Berlin`; null when none is told or it is nonsense. */
export function zoneInCookies(cookies: string): TimeZone | null {
  const [, text = ''] = /(?:^|; ?)tz=([^;]*)/.exec(cookies) ?? []
  const zone = unescaped(text)
  return isTimeZone(zone) ? zone : null
}

/** What makes a browser keep the zone for a year. */
export function zoneCookie(zone: TimeZone, { secure }: { secure: boolean }): string {
  const value = encodeURIComponent(zone)
  return `tz=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure ? '; Secure' : ''}`
}

function unescaped(text: string): string {
  return text.replace(/%2f/gi, '/').replace(/%2b/gi, '+')
}
