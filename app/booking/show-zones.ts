import { sayZoneChoice, zoneGroups } from '#app/booking/picker/zone-choices.ts'
import type { ZonesShown } from '#app/booking/picker/zone-form.tsx'
import { paths } from '#app/paths.ts'
import type { CalendarDate } from '#app/time/types.ts'
import type { Visit } from './visit.server.ts'

/** The list of zones is two thirds of a page, so it comes when it is asked for. `at`: what the shown day stands for. */
export function showZones(
  { timeZone, isZoneGuessed, clock, context, asked }: Visit,
  { at, date, now }: { at: string | undefined; date: CalendarDate; now: Date },
): ZonesShown {
  const readAt = { date, now: now.getTime(), clock }
  // A guess in an address would be taken for a choice.
  const zoneChosen = isZoneGuessed ? undefined : timeZone
  return {
    timeZone,
    isGuessed: isZoneGuessed,
    words: sayZoneChoice(timeZone, readAt),
    choices: asked.zones === 'all' ? zoneGroups(timeZone, readAt) : null,
    listHref: `${paths.book({ ...context, timeZone: zoneChosen, at, zones: 'all' })}#tz`,
  }
}
