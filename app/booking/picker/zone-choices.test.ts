import { expect, test } from 'vitest'
import type { CalendarDate, TimeZone } from '#app/time/types.ts'
import { zoneChoices, zoneGroups } from './zone-choices.ts'

const zone = (name: string) => name as TimeZone
const now = Date.parse('2026-12-01T12:00:00Z')

function labelOf(
  value: string,
  { date = '2026-12-01', inUse = 'Europe/Berlin', clock = '24' as '12' | '24' } = {},
) {
  const groups = zoneGroups(zone(inUse), { date: date as CalendarDate, now, clock })
  return groups.flatMap(({ zones }) => zones).find((choice) => choice.value === value)?.label
}

test('a zone is said by its city, its offset on the day that is shown, and what its clocks read now', () => {
  expect(labelOf('Europe/Berlin')).toBe('Berlin (UTC+1), 13:00 now')
  expect(labelOf('Europe/Berlin', { date: '2027-07-01' })).toBe('Berlin (UTC+2), 13:00 now')
  expect(labelOf('Asia/Kathmandu', { clock: '12' })).toBe('Kathmandu (UTC+5:45), 5:45\u00a0pm now')
})

test('zones stand under their part of the world, in order of the alphabet', () => {
  const groups = zoneGroups(zone('Europe/Berlin'), { date: '2026-12-01' as CalendarDate, now, clock: '24' })
  const europe = groups.find(({ region }) => region === 'Europe')?.zones.map(({ value }) => value) ?? []

  expect(groups.map(({ region }) => region)).toEqual(groups.map(({ region }) => region).toSorted())
  expect(europe.indexOf('Europe/Athens')).toBeLessThan(europe.indexOf('Europe/Berlin'))
})

test('an older name in use takes the place of the newer one, and is found by the same cities', () => {
  expect(labelOf('Asia/Calcutta', { inUse: 'Asia/Calcutta' })).toBe('Kolkata (UTC+5:30), 17:30 now')
  expect(labelOf('Asia/Kolkata', { inUse: 'Asia/Calcutta' })).toBeUndefined()
  const groups = zoneGroups(zone('Asia/Calcutta'), { date: '2026-12-01' as CalendarDate, now, clock: '24' })
  const kolkata = groups.flatMap(({ zones }) => zones).find(({ value }) => value === 'Asia/Calcutta')
  expect(kolkata?.also?.split('|')).toEqual(expect.arrayContaining(['Mumbai', 'Bengaluru', 'Calcutta']))
})

test('a zone in use that nobody lists is there all the same', () => {
  expect(labelOf('Etc/GMT+5', { inUse: 'Etc/GMT+5' })).toBe('GMT+5 (UTC-5), 07:00 now')
})

test('every name of the table of cities is of a zone that is listed', async () => {
  const { alsoCalled } = await import('./city-zones.ts')
  const listed = zoneChoices(zone('UTC'), new Date(now)).map(({ value }) => value)

  expect(Object.keys(alsoCalled).filter((name) => !listed.includes(name))).toEqual([])
})
