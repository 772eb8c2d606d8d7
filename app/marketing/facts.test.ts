import { expect, test } from 'vitest'
import { listComparisons } from '#app/articles/articles.server.ts'
import { paths } from '#app/paths.ts'
import { listRoles } from '#app/roles/roles.server.ts'
import { calls } from './calls.ts'
import { facts } from './facts.fixture.ts'
import { homeWords } from './home-words.ts'

/** What each page is written from, as its reader sees it. */
const sources = new Map<string, string>([
  ...listRoles().map((role) => [paths.role(role.slug), textOf(role)] as const),
  ...listComparisons().map((article) => [paths.comparison(article.slug), textOf(article)] as const),
  [paths.home(), textOf(homeWords)],
  [paths.book(), textOf([calls.book.sentence, calls.together])],
  [paths.start(), textOf([calls.start.sentence, calls.together])],
])

test('every fact from 1 to 53 is told somewhere', () => {
  const told = [...new Set(facts.map((fact) => fact.row))].sort((a, b) => a - b)

  expect(told).toEqual(Array.from({ length: 53 }, (_, index) => index + 1))
})

test('a phrase is long enough to be a sentence of its own, not a word that happens to be there', () => {
  const short = facts.filter((fact) => fact.phrase.split(' ').length < 4)

  expect(short).toEqual([])
})

test('each phrase stands exactly once in what its page is written from, so that deleting it is noticed', () => {
  const wrong = facts
    .map(({ row, page, phrase }) => ({
      row,
      page,
      phrase,
      found: (sources.get(page) ?? '').split(phrase).length - 1,
    }))
    .filter(({ found }) => found !== 1)

  expect(wrong).toEqual([])
})

test('a fact whose sentence is deleted from a role is missed', () => {
  const sentence = 'Produces reusable code libraries, so that a problem is solved once for every team.'
  const engineer = listRoles().find((role) => role.slug === 'backend-engineer')
  const without = {
    ...engineer,
    responsibilities: engineer?.responsibilities.filter((responsibility) => responsibility !== sentence),
  }
  const phrase = facts.find((fact) => fact.row === 28)?.phrase ?? ''

  expect(textOf(engineer)).toContain(phrase)
  expect(textOf(without)).not.toContain(phrase)
})

/** Every string in a value, tags and entities resolved, white space collapsed. `seo` is not text of the page. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return readable(value)
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .filter(([field]) => field !== 'seo' && field !== 'headings')
    .map(([, part]) => textOf(part))
    .join(' \n ')
}

function readable(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
