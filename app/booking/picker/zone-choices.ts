/** The zones to choose from, as people look for them: by city. */
import { cityOf, sayOffset } from '#app/time/say.ts'
import type { TimeZone } from '#app/time/types.ts'
import { isTimeZone } from '#app/time/zones.ts'

export type ZoneChoice = { value: string; label: string }

/** What browsers name but some versions of Node leave out of their list. */
const alsoNamed = ['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Ho_Chi_Minh', 'Asia/Yangon', 'Europe/Kyiv', 'UTC']

/** Cities in order of the alphabet, each with its offset at that instant; the zone in use is always among them. */
export function zoneChoices(inUse: TimeZone, now: Date): ZoneChoice[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), ...alsoNamed, inUse])
  const byCity = new Map<string, ZoneChoice>()
  for (const name of names) {
    if (!isTimeZone(name) || (name.startsWith('Etc/') && name !== inUse)) continue
    const city = cityOf(name)
    if (byCity.has(city) && name !== inUse) continue
    byCity.set(city, { value: name, label: `${city} (${sayOffset(name, now)})` })
  }
  return [...byCity.values()].sort((a, b) => (a.label < b.label ? -1 : 1))
}
