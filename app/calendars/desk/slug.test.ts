import { expect, test } from 'vitest'
import { slugFor } from './slug.ts'

test.each([
  ['Ana Müller', 'ana-muller'],
  ['  Hiring consultant (EU)  ', 'hiring-consultant-eu'],
  ['राव', 'calendar'],
  ['x'.repeat(60), 'x'.repeat(40)],
])('%s is called %s in its address', (name, slug) => {
  expect(slugFor(name, [])).toBe(slug)
})

test('a name that is taken, or is a page of its own, gets a number', () => {
  expect(slugFor('Ana', ['ana', 'ana-2'])).toBe('ana-3')
  expect(slugFor('New', [])).toBe('new-2')
})
