import { expect, test } from 'vitest'
import type { TimeZone } from './types.ts'
import { zoneCookie, zoneInCookies } from './zone-cookie.ts'

test('a zone is read among other cookies, escaped or not', () => {
  expect(zoneInCookies('hold=1; tz=Europe%2FBerlin; other=2')).toBe('Europe/Berlin')
  expect(zoneInCookies('tz=America/New_York')).toBe('America/New_York')
  expect(zoneInCookies('tz=Etc%2FGMT%2B5')).toBe('Etc/GMT+5')
})

test('what is no zone, or another cookie whose name ends alike, tells nothing', () => {
  expect(zoneInCookies('')).toBeNull()
  expect(zoneInCookies('tz=%E0%A4%A')).toBeNull()
  expect(zoneInCookies('tz=%2B05%3A30')).toBeNull()
  expect(zoneInCookies('notz=Europe/Berlin')).toBeNull()
})

test('the zone that is kept is the one that is read', () => {
  const [pair = ''] = zoneCookie('Etc/GMT+5' as TimeZone, { secure: true }).split(';')

  expect(zoneInCookies(pair)).toBe('Etc/GMT+5')
})
