import { expect, test } from 'vitest'
import { listComparisons, listGuides } from '#app/articles/articles.server.ts'
import { listPages } from '#app/pages/pages.server.ts'
import { listRoles } from '#app/roles/roles.server.ts'
import { contentFaults, type Contents } from './content-faults.ts'

const contents: Contents = {
  roles: listRoles(),
  articles: [...listComparisons(), ...listGuides()],
  pages: listPages(),
}

function changed(change: Partial<Contents>): string[] {
  return contentFaults({ ...contents, ...change })
}

test('the texts of the site do not contradict each other', () => {
  expect(contentFaults(contents)).toEqual([])
})

test('a title, a search title and a description are given once, whatever the capitals', () => {
  const [first, second, ...rest] = contents.articles
  if (!first || !second) throw new Error('there are too few articles')
  const twin = { ...second, title: first.title.toUpperCase(), seo: first.seo }

  expect(changed({ articles: [first, twin, ...rest] })).toEqual([
    expect.stringMatching(/: title is that of \/(compare|guides)\//),
    expect.stringContaining('seo › title is that of'),
    expect.stringContaining('seo › description is that of'),
  ])
})

test('a link in a text that leads nowhere is named with the page it stands on', () => {
  const [first, ...rest] = contents.pages
  if (!first) throw new Error('there are no pages')
  const broken = { ...first, body: `${first.body}<a href="/hire/backend-wizard#tools">?</a>` }

  expect(changed({ pages: [broken, ...rest] })).toEqual([
    `/${first.slug}: leads to /hire/backend-wizard, which is no page`,
  ])
})

test('a guide that only its list leads to is asked for a second link', () => {
  const [guide] = listGuides()
  if (!guide) throw new Error('there are no guides')
  const lonely = {
    ...guide,
    ...{ slug: 'lonely', title: 'Lonely', roles: [], seo: { title: 'Lonely', description: 'x'.repeat(80) } },
  }

  expect(changed({ articles: [...contents.articles, lonely] })).toEqual([
    '/guides/lonely: one page leads to it – link it from another text or as related',
  ])
})
