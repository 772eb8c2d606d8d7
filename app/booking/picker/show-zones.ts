import type { TimeZone } from '#app/time/types.ts'
import { sayZoneChoice, zoneGroups, type ReadAt, type ZoneGroup } from './zone-choices.ts'

/** The zone in use, and all of them once somebody wants another. */
export type ZonesShown = {
  timeZone: string
  isGuessed: boolean
  words: string
  /** Null until they are asked for, by `listHref`. */
  choices: ZoneGroup[] | null
  listHref: string
}

type Asked = {
  timeZone: TimeZone
  isGuessed: boolean
  /** What the address says of the list: "all" asks for it. */
  zones: string | undefined
  /** The same page with the list. */
  linkTo: (about: { timeZone: string | undefined; zones: 'all' }) => string
}

/** The list of zones is two thirds of a page, so it comes when it is asked for. */
export function showZones({ timeZone, isGuessed, zones, linkTo }: Asked, readAt: ReadAt): ZonesShown {
  // A guess in an address would be taken for a choice.
  const chosen = isGuessed ? undefined : timeZone
  return {
    timeZone,
    isGuessed,
    words: sayZoneChoice(timeZone, readAt),
    choices: zones === 'all' ? zoneGroups(timeZone, readAt) : null,
    listHref: `${linkTo({ timeZone: chosen, zones: 'all' })}#tz`,
  }
}
