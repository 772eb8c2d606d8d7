import { expect, test } from 'vitest'
import { hasToken, withoutToken } from './token-paths.ts'

test('a token in an address is not said', () => {
  expect(withoutToken('/manage/X8uoqr591k.lQnkvKu8')).toBe('/manage/:token')
  expect(withoutToken('/booked/X8uoqr591k.lQnkvKu8/invite.ics')).toBe('/booked/:token/invite.ics')
  expect(withoutToken('/calendar/X8uoqr591k.lQnkvKu8/bookings.ics')).toBe('/calendar/:token/bookings.ics')
  expect(withoutToken('/start/done/X8uoqr591k.lQnkvKu8.data')).toBe('/start/done/:token')
  expect(withoutToken('/staff/welcome/abc')).toBe('/staff/welcome/:token')
})

test('an address without a token is said as it is', () => {
  expect(withoutToken('/hire/backend-developer')).toBe('/hire/backend-developer')
  expect(hasToken('/book')).toBe(false)
})
