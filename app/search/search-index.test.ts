import { expect, test } from 'vitest'
import { indexPages, piecesOf, searchPages, type SearchedPage } from './search-index.ts'
import { searchIndex } from './searched-pages.server.ts'

function found(asked: string): string[] {
  return searchPages(searchIndex, asked).hits.map(({ page }) => page.href)
}

function kitchen(title: string, text: string[] = []): SearchedPage {
  return { href: `/${title}`, title, note: 'page', also: [], skills: [], summary: title, text }
}

test('a role that is looked for by its title comes first', () => {
  expect(found('data engineer')[0]).toBe('/hire/data-engineer')
  expect(found('Cloud Architect')[0]).toBe('/hire/cloud-architect')
})

test('plural, hyphen, blank and capitals make no difference', () => {
  const ways = ['backend developer', 'back-end developers', 'Back End Developer', 'BACKEND DEVELOPERS']

  expect(ways.map((way) => found(way)[0])).toEqual(ways.map(() => '/hire/backend-developer'))
})

test('another name of a role leads to it', () => {
  expect(found('UX designer')[0]).toBe('/hire/ui-ux-designer')
  expect(found('scrum master')[0]).toBe('/hire/technical-project-manager')
})

test('a tool leads to the role that works with it', () => {
  expect(found('Terraform').slice(0, 3)).toContain('/hire/devops-engineer')
  expect(found('playwright')[0]).toBe('/hire/qa-automation-engineer')
})

test('a wrong, missing, doubled or swapped letter is forgiven, and what was understood is said', () => {
  const ways = ['devoloper salesforce', 'salesfroce', 'salesforcce', 'saleforce']

  expect(ways.map((way) => found(way)[0])).toEqual(ways.map(() => '/hire/salesforce-developer'))
  expect(searchPages(searchIndex, 'salesfroce').instead).toBe('salesforce')
  expect(searchPages(searchIndex, 'salesforce').instead).toBeNull()
})

test('the beginning of a word is enough', () => {
  expect(found('kuber').length).toBeGreaterThan(0)
})

test('a question finds the page that answers it', () => {
  expect(found('difference between backend developer and backend engineer')[0]).toBe(
    '/compare/backend-developer-vs-backend-engineer',
  )
  expect(found('how do I run a team across time zones')[0]).toBe('/guides/run-a-team-across-time-zones')
  expect(found('overlap')[0]).toBe('/shared-hours')
  expect(found('delete my data')).toContain('/privacy')
})

test('what nobody wrote about finds nothing', () => {
  expect(found('zeppelin')).toEqual([])
  expect(found('')).toEqual([])
  expect(found('?!')).toEqual([])
})

test('a word in a title outweighs the same word deep in a text', () => {
  const index = indexPages([kitchen('Ovens', ['About bread, bread and bread.']), kitchen('Bread')])

  expect(searchPages(index, 'bread').hits.map(({ page }) => page.title)).toEqual(['Bread', 'Ovens'])
})

test('a page that has both words is shown, and one that has only one of them often is not', () => {
  const index = indexPages([kitchen('Salt and salt', ['Salt.']), kitchen('Soup', ['Salt with pepper.'])])

  expect(searchPages(index, 'salt pepper').hits.map(({ page }) => page.title)).toEqual(['Soup'])
})

test('the line that is shown is the one that has what was looked for, marked as it is written there', () => {
  const index = indexPages([kitchen('Soup', ['Boil water.', 'Then add the Onions.'])])

  expect(searchPages(index, 'onion').hits[0]?.snippet).toEqual([
    { words: 'Then add the ', isHit: false },
    { words: 'Onions', isHit: true },
    { words: '.', isHit: false },
  ])
})

test('a line in which nothing is marked is one piece', () => {
  expect(piecesOf('Boil water.', new Set(['salt']))).toEqual([{ words: 'Boil water.', isHit: false }])
})
