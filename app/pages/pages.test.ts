import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { site } from '#app/site.ts'
import { filledIn } from './page.ts'
import { findPage, listPages } from './pages.server.ts'

test('every page in the folder has an address, and every address a page', () => {
  const served = JSON.stringify(routes).match(/"id":"pages\/([a-z-]+)"/g) ?? []
  const slugs = served.map((id) => id.replace(/^"id":"pages\/|"$/g, ''))

  expect(slugs.sort()).toEqual(
    listPages()
      .map(({ slug }) => slug)
      .sort(),
  )
  expect(slugs.length).toBeGreaterThan(5)
})

test('the firm’s own words stand in its pages', () => {
  expect(findPage('about')?.lead).toContain(site.name)
  expect(JSON.stringify(listPages())).not.toContain('{{')
})

test('a name that stands for nothing is an error of the file', () => {
  expect(filledIn({ lead: ['We are {{name}}'] }, { name: 'Cooks' })).toEqual({ lead: ['We are Cooks'] })
  expect(() => filledIn('Call {{nobody}}', { name: 'Cooks' })).toThrow('{{nobody}} stands for nothing')
})
