import { expect, test } from 'vitest'
import { listRoles } from '#app/roles/roles.server.ts'
import { listIndexablePages } from '#app/seo/pages.server.ts'
import { articleSchema, type Comparison, readingMinutes } from './article.ts'
import {
  findComparison,
  listComparisons,
  listComparisonsOf,
  listGuides,
  listRelated,
} from './articles.server.ts'

function developerOrEngineer(): Comparison {
  const comparison = findComparison('backend-developer-vs-backend-engineer')
  if (!comparison) throw new Error('the first comparison is gone')
  return comparison
}

test('the comparison of developer and engineer is found by its slug, and an unknown one is nothing', () => {
  expect(developerOrEngineer().title).toBe('Backend developer vs backend engineer')
  expect(findComparison('cat-vs-dog')).toBeNull()
})

test('a role leads to the comparisons it takes part in, on whichever side', () => {
  expect(listComparisonsOf('backend-developer')).toContain(developerOrEngineer())
  expect(listComparisonsOf('backend-engineer')).toContain(developerOrEngineer())
  expect(listComparisonsOf('cook')).toEqual([])
})

test('what a reader might also like is resolved to pages, in the order of the file', () => {
  const related = listRelated(developerOrEngineer())

  expect(related.map((page) => (page.kind === 'role' ? page.role.slug : page.article.slug))).toEqual([
    'backend-developer',
    'backend-engineer',
  ])
})

test('a comparison with fewer than six differences is refused', () => {
  const five = { ...developerOrEngineer(), dimensions: developerOrEngineer().dimensions.slice(0, 5) }

  expect(articleSchema.safeParse(five).error?.issues).toMatchObject([
    { code: 'too_small', path: ['dimensions'] },
  ])
})

test('an article of an unknown kind is refused', () => {
  const poem = { ...developerOrEngineer(), kind: 'poem' }

  expect(articleSchema.safeParse(poem).success).toBe(false)
})

test('two thousand two hundred words take ten minutes to read', () => {
  const long = {
    ...developerOrEngineer(),
    tldr: [],
    lead: '',
    dimensions: [],
    together: { heading: '', text: '' },
    body: `<p class="never-counted">${'word '.repeat(2200)}</p>`,
  }

  expect(readingMinutes(long)).toBe(10)
})

test('no two articles share a title', () => {
  const titles = [...listComparisons(), ...listGuides()].map(({ title }) => title.toLowerCase())

  expect(new Set(titles).size).toBe(titles.length)
})

test('links inside the texts lead to pages that exist', () => {
  const pages = [...listRoles(), ...listComparisons(), ...listGuides()]
  const known = listIndexablePages().map(({ path }) => path)
  const linked = pages.flatMap((page) => [...page.body.matchAll(/href="(\/[^"]*)"/g)].map((link) => link[1]))

  expect(linked).toContain('/hire/backend-engineer')
  expect(linked.filter((href) => !known.includes(href ?? ''))).toEqual([])
})

test('a row of a comparison that says nothing of one side is refused', () => {
  const [first, ...rest] = developerOrEngineer().dimensions
  const uneven = {
    ...developerOrEngineer(),
    dimensions: [{ name: first?.name ?? '', cells: ['Only the left'] }, ...rest],
  }

  expect(articleSchema.safeParse(uneven).error?.issues).toMatchObject([
    { path: ['dimensions', 0, 'cells'], message: 'must say one thing for each of the 2 sides' },
  ])
})
