import { expect, test } from 'vitest'
import { pageBefore } from './page-before.ts'

const askedFrom = (referer?: string) =>
  pageBefore(
    new Request('https://site.test/staff/tasks/1', { ...(referer && { headers: { referer } }) }),
    '/staff/tasks',
  )

test('a form leads back to the page of the desk on which it stood', () => {
  expect(askedFrom('https://site.test/staff')).toBe('/staff')
  expect(askedFrom('https://site.test/staff/leads/7?list=owner%3Dme')).toBe('/staff/leads/7?list=owner%3Dme')
})

test('a page of another site, or of the public one, is not come back to', () => {
  expect(askedFrom('https://evil.test//evil.test/staff')).toBe('/staff/tasks')
  expect(askedFrom('https://site.test/book')).toBe('/staff/tasks')
  expect(askedFrom('https://site.test/staffing')).toBe('/staff/tasks')
  expect(askedFrom('no address')).toBe('/staff/tasks')
  expect(askedFrom()).toBe('/staff/tasks')
})
