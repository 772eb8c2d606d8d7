import { expect, test } from 'vitest'
import { safeName } from './safe-name.ts'

test('names of people stay as they are', () => {
  const names = [
    'Ann O’Brien',
    "Siân D'Arcy-Jones",
    'José Luis García, PhD',
    'J. R. Smith',
    '山田太郎',
    'محمد علي',
    'Zoë (Zo) Krüger',
    'Henry VIII',
    'John Smith 3rd',
  ]

  expect(names.map(safeName)).toEqual(names)
})

test('a name with a web address in it is not printed', () => {
  expect(safeName('URGENT visit http://evil.example')).toBe('there')
  expect(safeName('Open evil.example now')).toBe('there')
  expect(safeName('www evil')).toBe('there')
  expect(safeName('evil。example')).toBe('there')
  expect(safeName('Ann 10.0.0.1')).toBe('there')
})

test('a name with an e-mail address or a telephone number in it is not printed', () => {
  expect(safeName('Write to v@evil.example')).toBe('there')
  expect(safeName('Call 0800 123 456')).toBe('there')
})

test('a name with a tag in it is not printed', () => {
  expect(safeName('<a href=//evil>Click to confirm</a>')).toBe('there')
})

test('a name of several lines, or with signs that nobody sees, is not printed', () => {
  expect(safeName('Ann\r\nBcc: v@evil.example')).toBe('there')
  expect(safeName('Ann\u202Etxt')).toBe('there')
  expect(safeName('Ann\u2028Smith')).toBe('there')
  expect(safeName('Ann\u0000')).toBe('there')
})

test('eighty characters are a name, eighty-one are a text', () => {
  expect(safeName('a'.repeat(80))).toBe('a'.repeat(80))
  expect(safeName('a'.repeat(81))).toBe('there')
})

test('no name at all is greeted as well', () => {
  expect(safeName('  ')).toBe('there')
})
