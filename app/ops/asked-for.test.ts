import { expect, test } from 'vitest'
import { encodingFor, isAmong } from './asked-for.ts'

test('the smallest encoding that is accepted is sent', () => {
  expect(encodingFor('gzip, deflate, br, zstd')).toBe('br')
  expect(encodingFor('gzip;q=1.0, br; q=0.5')).toBe('br')
  expect(encodingFor('gzip, deflate')).toBe('gzip')
  expect(encodingFor('GZIP')).toBe('gzip')
})

test('what is refused, or not named, is not sent', () => {
  expect(encodingFor('br;q=0, gzip')).toBe('gzip')
  expect(encodingFor('br;q=0.000,gzip; q=0.0')).toBe('identity')
  expect(encodingFor('brotli, x-gzip')).toBe('identity')
  expect(encodingFor('')).toBe('identity')
  expect(encodingFor(undefined)).toBe('identity')
})

test('a tag is found in a list, strong or made weak on the way', () => {
  expect(isAmong('"a", W/"b"', '"b"')).toBe(true)
  expect(isAmong('*', '"b"')).toBe(true)
  expect(isAmong('"bb", "a"', '"b"')).toBe(false)
})
