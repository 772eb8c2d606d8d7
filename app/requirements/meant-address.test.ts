import { expect, test } from 'vitest'
import { meantAddress } from './meant-address.ts'

test('a slip in the name of a usual provider is noticed', () => {
  expect(meantAddress('ann@gmial.com')).toBe('ann@gmail.com')
  expect(meantAddress('ann@gmail.co')).toBe('ann@gmail.com')
  expect(meantAddress('ann@outloook.com')).toBe('ann@outlook.com')
})

test('an address of a firm, and one of a provider that is called alike, are left alone', () => {
  expect(meantAddress('ann@acme.example')).toBe(null)
  expect(meantAddress('ann@mail.com')).toBe(null)
  expect(meantAddress('ann@gmail.com')).toBe(null)
  expect(meantAddress('ann@ymail.com')).toBe(null)
})
