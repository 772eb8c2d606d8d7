import { expect, test } from 'vitest'
import { holidaysOf } from './holidays.server.ts'

test('a region’s public holidays have their dates and names', () => {
  expect(holidaysOf('IN', { from: 2026, until: 2026 })).toContainEqual({
    date: '2026-01-26',
    name: 'Republic Day',
  })
})

test.each(['CN', 'US', 'DE-BE', 'IN'])(
  'in %s, years beyond any calendar have none and cost nothing',
  (region) => {
    expect(holidaysOf(region, { from: -3, until: 2 })).toEqual([])
    expect(holidaysOf(region, { from: 9997, until: 10_002 })).toEqual([])
    expect(holidaysOf(region, { from: 2298, until: 2303 })).toEqual([])
  },
)

test.each(['CN', 'US', 'DE-BE', 'IN'])('in %s, the first and the last years are reckoned', (region) => {
  expect(holidaysOf(region, { from: 1898, until: 1901 }).length).toBeGreaterThan(0)
  expect(holidaysOf(region, { from: 2198, until: 2202 }).length).toBeGreaterThan(0)
})
