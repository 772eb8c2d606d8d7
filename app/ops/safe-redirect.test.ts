import { expect, test } from 'vitest'
import { safeRedirect } from './safe-redirect.ts'

const fallback = '/staff/leads'

test('a path of this site is kept with its query and fragment', () => {
  expect(safeRedirect('/staff/leads?q=acme&status=new#top', fallback)).toBe(
    '/staff/leads?q=acme&status=new#top',
  )
})

test.each([
  ['another host without a scheme', '//evil.test'],
  ['another host behind a backslash', '/\\evil.test'],
  ['another host behind an escaped tab', '/%09/evil.test'],
  ['another host behind a tab', '/\t/evil.test'],
  ['a scheme without slashes', 'https:evil.test'],
  ['a whole address', 'https://evil.test/staff'],
  ['a script', 'javascript:alert(1)'],
  ['a header smuggled in by an escaped line break', '/a%0d%0aSet-Cookie:x=1'],
  ['a header smuggled in by a line break', '/a\r\nSet-Cookie: x=1'],
  ['an escaped backslash', '/%5cevil.test'],
  ['dots that resolve to another host', '/a/..//evil.test'],
  ['a path without its first slash', 'staff/leads'],
  ['nothing', ''],
  ['a NUL', '/staff\0'],
  ['a file instead of words', null],
])('%s leads to the fallback', (_, to) => {
  expect(safeRedirect(to, fallback)).toBe(fallback)
})

test('an address longer than any of ours leads to the fallback', () => {
  expect(safeRedirect(`/${'a'.repeat(2048)}`, fallback)).toBe(fallback)
})
