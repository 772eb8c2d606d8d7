import { expect, test } from 'vitest'
import { newPublicId, publicIdIn, signLink, verifyLink } from './signed-link.server.ts'

const publicId = newPublicId()
const token = signLink('booking', { publicId, linkVersion: 1 })

test('a link opens what it was made for', () => {
  expect(publicIdIn(token)).toBe(publicId)
  expect(verifyLink('booking', token, { publicId, linkVersion: 1 })).toBe(true)
})

test('the same link can be made again by any process', () => {
  expect(signLink('booking', { publicId, linkVersion: 1 })).toBe(token)
})

test('a link of one purpose does not open another', () => {
  expect(verifyLink('request', token, { publicId, linkVersion: 1 })).toBe(false)
})

test('raising the version revokes the links that went out before', () => {
  expect(verifyLink('booking', token, { publicId, linkVersion: 2 })).toBe(false)
})

test('a changed signature opens nothing', () => {
  const last = token.endsWith('A') ? 'E' : 'A'
  expect(verifyLink('booking', token.slice(0, -1) + last, { publicId, linkVersion: 1 })).toBe(false)
})

test.each([
  '',
  'x',
  '../../etc/passwd',
  `${publicId}.`,
  `${publicId}.short`,
  `${token}x`,
  token.replace('.', ''),
])('%j has not the shape of a link', (text) => {
  expect(publicIdIn(text)).toBeNull()
})
