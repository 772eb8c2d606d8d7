import { expect, test } from 'vitest'
import { site } from '#app/site.ts'
import { visitorZone } from './visitor-zone.server.ts'

const asking = (cookie: string) => new Request('https://firm.example/', { headers: { Cookie: cookie } })

test('a visitor who chose a zone before sees times in it', () => {
  expect(visitorZone(asking('draft=1; tz=Europe%2FBerlin'))).toBe('Europe/Berlin')
})

test('a visitor of whom nothing is known, or who sends nonsense, sees the office’s clock', () => {
  expect(visitorZone(new Request('https://firm.example/'))).toBe(site.office.timeZone)
  expect(visitorZone(asking('tz=+05:30'))).toBe(site.office.timeZone)
  expect(visitorZone(asking('notz=Europe/Berlin'))).toBe(site.office.timeZone)
})

test('a zone that was written in an earlier form is known, and the browser knows better', () => {
  expect(visitorZone(new Request('https://firm.example/'), 'Europe/Berlin')).toBe('Europe/Berlin')
  expect(visitorZone(asking('tz=Asia%2FTokyo'), 'Europe/Berlin')).toBe('Asia/Tokyo')
  expect(visitorZone(new Request('https://firm.example/'), 'nonsense')).toBe(site.office.timeZone)
})

test('a zone chosen on the page counts more than the one that the browser told', () => {
  const request = new Request('https://firm.example/book?tz=Asia/Tokyo', {
    headers: { Cookie: 'tz=Europe%2FBerlin' },
  })

  expect(visitorZone(request)).toBe('Asia/Tokyo')
})
