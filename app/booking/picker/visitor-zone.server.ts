import { site } from '#app/site.ts'
import type { TimeZone } from '#app/time/types.ts'
import { zoneInCookies } from '#app/time/zone-cookie.ts'
import { isTimeZone } from '#app/time/zones.ts'

/**
 * The zone that a visitor chose, else the one that the browser told, else the one that they `wrote` in an earlier form,
 * else the office's.
 */
export function visitorZone(request: Request, wrote = ''): TimeZone {
  return knownZone(request, wrote) ?? site.office.timeZone
}

/** Whether nobody chose or told a zone yet, so that the page shows the office's clock until its script knows better. */
export function isZoneGuessed(request: Request, wrote = ''): boolean {
  return knownZone(request, wrote) === null
}

function knownZone(request: Request, wrote: string): TimeZone | null {
  return chosenZone(request) ?? toldZone(request) ?? (isTimeZone(wrote) ? wrote : null)
}

function chosenZone(request: Request): TimeZone | null {
  const text = new URL(request.url).searchParams.get('tz') ?? ''
  return isTimeZone(text) ? text : null
}

function toldZone(request: Request): TimeZone | null {
  return zoneInCookies(request.headers.get('cookie') ?? '')
}
