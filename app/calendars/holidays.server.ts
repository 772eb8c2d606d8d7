import { millisecondsInDay } from 'date-fns/constants'
import Holidays from 'date-holidays'
import { singleton } from '#app/ops/singleton.server.ts'
import { addDays, calendarYears, isCalendarDate } from '#app/time/calendar-dates.ts'
import type { CalendarDate } from '#app/time/types.ts'

export type Holiday = { date: CalendarDate; name: string }

/** The days on which offices are closed by law; the library knows school holidays and observances too. */
const closesOffices = ['public', 'bank']

const years = singleton('holidays', () => new Map<string, Holiday[]>())

/** A few regions of the library have longer names than the table takes. */
const regionCode = /^[A-Z]{2}(-[A-Za-z0-9]{1,6}){0,2}$/

/** Whether the library knows the region: a country ("IN"), a state of it ("DE-BE"), a region of that. */
export function isRegion(text: string): boolean {
  if (!regionCode.test(text)) return false
  const [country = '', state, region] = text.split('-')
  const known = new Holidays()
  if (!known.getCountries()[country]) return false
  if (state === undefined) return true
  if (!known.getStates(country)?.[state]) return false
  return region === undefined || known.getRegions(country, state)?.[region] !== undefined
}

export type RegionChoice = { value: string; label: string }

/** Countries in order of their English names: `{ value: 'IN', label: 'India' }`. */
export function countryChoices(): RegionChoice[] {
  return inOrder(Object.entries(new Holidays().getCountries('en')))
}

/** The states of a country, and the regions of each after it: `DE-BY` "Bayern", `DE-BY-A` "Bayern: Stadt Augsburg". */
export function stateChoices(country: string): RegionChoice[] {
  const known = new Holidays()
  return inOrder(
    Object.entries(known.getStates(country, 'en') ?? {}).flatMap(([state, name]) => [
      [`${country}-${state}`, name] as const,
      ...Object.entries(known.getRegions(country, state, 'en') ?? {}).map(
        ([region, part]) => [`${country}-${state}-${region}`, `${name}: ${part}`] as const,
      ),
    ]),
  )
}

/** `'Germany: Berlin'` of `DE-BE`. */
export function sayRegion(region: string): string {
  const country = region.slice(0, 2)
  const names = [...countryChoices(), ...stateChoices(country)]
  const nameOf = (code: string) => names.find(({ value }) => value === code)?.label ?? code
  return region === country ? nameOf(country) : `${nameOf(country)}: ${nameOf(region)}`
}

function inOrder(names: (readonly [string, string])[]): RegionChoice[] {
  return names
    .filter(([value]) => regionCode.test(value))
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
}

/**
 * The public holidays of a region in these years, both included, in order, with their English names; none in years that
 * no calendar here reaches, in which the library may reckon for ever.
 */
export function holidaysOf(region: string, asked: { from: number; until: number }): Holiday[] {
  const from = Math.max(asked.from, calendarYears.first)
  const count = Math.max(0, Math.min(asked.until, calendarYears.last) - from + 1)
  return Array.from({ length: count }, (_, i) => holidaysOfYear(region, from + i)).flat()
}

/** A year takes the library some milliseconds, so it is asked once. */
function holidaysOfYear(region: string, year: number): Holiday[] {
  const key = `${region} ${year}`
  const known = years.get(key)
  if (known) return known
  const found = findHolidays(region, year)
  years.set(key, found)
  return found
}

function findHolidays(region: string, year: number): Holiday[] {
  const [country = '', ...parts] = region.split('-')
  const library = new Holidays([country, ...parts].join('.'), { languages: ['en'] })
  return library
    .getHolidays(year)
    .filter(({ type, date }) => closesOffices.includes(type) && isWholeDay(date))
    .flatMap(({ date, start, end, name }) => {
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / millisecondsInDay))
      const first = date.slice(0, 10)
      if (!isCalendarDate(first)) return []
      return Array.from({ length: days }, (_, i) => ({ date: addDays(first, i), name }))
    })
}

/** `2026-12-24 14:00:00` is an afternoon off: the host's own hours are theirs to change. */
function isWholeDay(date: string): boolean {
  return date.slice(11, 16) === '00:00'
}
