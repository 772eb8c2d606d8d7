import { expect, test } from 'vitest'
import { rescheduleSchema } from '#app/booking/booking.ts'
import { readSlot } from './read-slot.ts'

test('an instant as links carry it is read', () => {
  expect(readSlot('2026-12-01T06:30:00.000Z')).toEqual(new Date('2026-12-01T06:30Z'))
  expect(readSlot('2026-12-01T06:30Z')).toEqual(new Date('2026-12-01T06:30Z'))
})

test.each([
  ...['', 'tomorrow', '2026-12-01', '2026-13-01T06:30:00Z', '2026-12-01T06:30:00+01:00'],
  // The database has no year 0, and no calendar goes so far.
  ...['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1899-12-31T23:59:59Z'],
  ...['2200-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z'],
])('%j is no time', (text) => {
  expect(readSlot(text)).toBeNull()
})

test.each(['0000-01-01T00:00:00Z', '1899-12-31T23:59:59Z', '2200-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
  '%s is no time to book either',
  (start) => {
    expect(rescheduleSchema.safeParse({ start }).success).toBe(false)
  },
)
