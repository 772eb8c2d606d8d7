import { expect, test } from 'vitest'
import { halfHours, hoursSchema } from './typed-hours.ts'

test('who says nothing works from nine to half past five', () => {
  expect(hoursSchema.parse({})).toEqual({ from: '09:00', until: '17:30' })
})

test('a day may end at midnight', () => {
  expect(halfHours.at(-1)).toBe('24:00')
  expect(hoursSchema.parse({ from: '16:00', until: '24:00' }).until).toBe('24:00')
})

test('an end before the beginning is said at the end', () => {
  const parsed = hoursSchema.safeParse({ from: '17:00', until: '09:00' })

  expect(parsed.error?.issues).toMatchObject([{ path: ['until'] }])
})

test('a time that is not in the list is refused', () => {
  expect(hoursSchema.safeParse({ from: '9' }).success).toBe(false)
  expect(hoursSchema.safeParse({ from: '25:00' }).success).toBe(false)
})
