/** The zones to choose from, as people look for them: by city, under the part of the world it lies in. */
import { millisecondsInDay, millisecondsInHour } from 'date-fns/constants'
import { dayNumber } from '#app/time/calendar-dates.ts'
import { cityOf, sayLocalTime, sayOffsetOf } from '#app/time/say.ts'
import type { CalendarDate, Clock, EpochMs, LocalTime, TimeZone } from '#app/time/types.ts'
import { isTimeZone, listedZones, offsetAt } from '#app/time/zones.ts'
import { alsoCalled } from './city-zones.ts'

export type ZoneGroup = { region: string; zones: ZoneChoice[] }

/** `also`: other names to find it by, separated by `|`. */
export type ZoneChoice = { value: string; label: string; also: string | undefined }

type Place = { value: TimeZone; city: string; region: string; also: string | undefined }

const regions: Partial<Record<string, string>> = {
  America: 'Americas',
  Atlantic: 'Atlantic Ocean',
  Indian: 'Indian Ocean',
  Pacific: 'Pacific Ocean',
  Etc: 'Everywhere',
  UTC: 'Everywhere',
}

const places = listPlaces(listedZones)

/** When a list is read: the date that is shown, and the moment whose time the clocks of its cities read. */
export type ReadAt = { date: CalendarDate; now: EpochMs; clock: Clock }

/**
 * Cities in order of the alphabet, each with its offset on the date that is shown and what its clocks read `now`; the zone
 * in use is always among them.
 */
export function zoneGroups(inUse: TimeZone, at: ReadAt): ZoneGroup[] {
  const groups = new Map<string, ZoneChoice[]>()
  const [then, now] = [offsetsAt(noonOf(at.date)), offsetsAt(at.now)]
  for (const { value, city, region, also } of placesWith(inUse)) {
    const label = sayPlace(city, { then: then.get(value), now: now.get(value), value }, at)
    groups.set(region, [...(groups.get(region) ?? []), { value, label, also }])
  }
  return [...groups].map(([region, zones]) => ({ region, zones }))
}

/** One of them: "Berlin (UTC+1), 13:00 now". */
export function sayZoneChoice(value: TimeZone, at: ReadAt): string {
  return sayPlace(cityOf(value), { value }, at)
}

type Offsets = { value: TimeZone; then?: number | undefined; now?: number | undefined }

function sayPlace(city: string, known: Offsets, { date, now, clock }: ReadAt): string {
  const then = known.then ?? offsetAt(known.value, noonOf(date))
  const time = wallTime(now + (known.now ?? offsetAt(known.value, now)))
  return `${city} (${sayOffsetOf(then)}), ${sayLocalTime(time, clock)} now`
}

function noonOf(date: CalendarDate): EpochMs {
  return dayNumber(date) * millisecondsInDay + millisecondsInDay / 2
}

/** The same as one plain list, for the desk: cities in order of the alphabet, each with its offset now. */
export function zoneChoices(inUse: TimeZone, now: Date): { value: string; label: string }[] {
  const offsets = offsetsAt(now.getTime())
  return placesWith(inUse)
    .map(({ value, city }) => ({
      value,
      label: `${city} (${sayOffsetOf(offsets.get(value) ?? offsetAt(value, now.getTime()))})`,
    }))
    .sort((a, b) => compare(a.label, b.label))
}

/** The zone in use may be another name of a place that is listed, or of one that is not. */
function placesWith(inUse: TimeZone): Place[] {
  const own = placeOf(inUse)
  if (!places.some(({ city }) => city === own.city)) return [own, ...places]
  return places.map((place) => (place.city === own.city ? { ...place, value: inUse } : place))
}

/** Each city once: of two names for one place the first that is given. */
function listPlaces(names: Iterable<string>): Place[] {
  const byCity = new Map<string, Place>()
  for (const name of names) {
    if (!isTimeZone(name) || name.startsWith('Etc/')) continue
    const place = placeOf(name)
    if (!byCity.has(place.city)) byCity.set(place.city, place)
  }
  return [...byCity.values()].sort((a, b) => compare(a.region, b.region) || compare(a.city, b.city))
}

/** What a clock shows that is written as if it were UTC. */
function wallTime(wall: number): LocalTime {
  return new Date(wall).toISOString().slice(11, 16) as LocalTime
}

function placeOf(value: TimeZone): Place {
  const area = value.split('/')[0] ?? ''
  return { value, city: cityOf(value), region: regions[area] ?? area, also: alsoCalled[value] }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/**
 * Asking four hundred zones takes a tenth of a second, so what they answered for an hour is kept: days that a calendar
 * can show, and the hours of today.
 */
const mostHours = 512
const keptOffsets = new Map<number, Map<TimeZone, number>>()

function offsetsAt(at: EpochMs): Map<TimeZone, number> {
  const hour = Math.floor(at / millisecondsInHour) * millisecondsInHour
  const known = keptOffsets.get(hour)
  if (known) return known
  const offsets = new Map(places.map(({ value }) => [value, offsetAt(value, hour)]))
  if (keptOffsets.size >= mostHours) keptOffsets.clear()
  keptOffsets.set(hour, offsets)
  return offsets
}
