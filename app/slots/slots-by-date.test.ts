import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateIn } from '#app/time/instants.ts'
import type { TimeZone } from '#app/time/types.ts'
import { slotsByDate } from './slots-by-date.ts'

const zones = [
  'Asia/Kolkata',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Nuuk',
  'Africa/Cairo',
  'UTC',
]

test('every slot stands under the date on which it begins there, in its order, through all clock changes', () => {
  const from = Date.UTC(2026, 0, 1)
  const quarters = fc.integer({ min: 0, max: 3 * 365 * 96 })
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.uniqueArray(quarters, { maxLength: 200 }), (name, found) => {
      const zone = name as TimeZone
      const slots = found
        .toSorted((a, b) => a - b)
        .map((quarter) => ({ startsAt: from + quarter * 900_000, endsAt: from + (quarter + 2) * 900_000 }))

      const byDate = [...slotsByDate(slots, zone)]

      expect(byDate.flatMap(([date, ofDate]) => ofDate.map((slot) => [date, slot]))).toEqual(
        slots.map((slot) => [dateIn(slot.startsAt, zone), slot]),
      )
      expect(new Set(byDate.map(([date]) => date)).size).toBe(byDate.length)
    }),
  )
})
