import { site } from '#app/site.ts'
import type { TimeZone } from '#app/time/types.ts'
import { isTimeZone } from '#app/time/zones.ts'

/**
 * The zone a reading page shows its times in: the one the visitor booked or looked in before (the `tz` cookie, an IANA
 * name), else the office's. Every page names the zone, so a wrong guess misleads nobody.
 */
export function visitorZone(request: Request): TimeZone {
  const [, written = ''] = /(?:^|;\s*)tz=([^;]*)/.exec(request.headers.get('Cookie') ?? '') ?? []
  const name = written.replaceAll('%2F', '/')
  return isTimeZone(name) ? name : site.office.timeZone
}
