import { expect, test } from 'vitest'
import { site } from '#app/site.ts'
import { describePage, describePrivatePage } from './head.ts'

const matches = [{ id: 'root', data: { origin: 'https://firm.example' } }]
const page = {
  title: 'Hire a backend developer',
  description: 'What they do.',
  path: '/hire/backend-developer',
  matches,
}

test('a page names its one address, absolute and without a query', () => {
  expect(describePage(page)).toContainEqual({
    tagName: 'link',
    rel: 'canonical',
    href: 'https://firm.example/hire/backend-developer',
  })
})

test('the brand stands last in a title, once', () => {
  expect(describePage(page)).toContainEqual({ title: `Hire a backend developer | ${site.name}` })
  expect(describePage({ ...page, title: `${site.name}: remote engineers` })).toContainEqual({
    title: `${site.name}: remote engineers`,
  })
})

test('a title that would be cut off leaves the brand to what stands beside it', () => {
  const title = 'How backend developers and engineers work together'

  expect(describePage({ ...page, title })).toContainEqual({ title })
})

test('a page brings its picture with size and words, once the root knows it', () => {
  const picture = { path: '/og/role/backend-developer.png?v=1', says: 'A drawing.' }
  const known = [{ id: 'root', data: { origin: 'https://firm.example', picture } }]

  expect(describePage({ ...page, matches: known })).toEqual(
    expect.arrayContaining([
      { property: 'og:image', content: 'https://firm.example/og/role/backend-developer.png?v=1' },
      { property: 'og:image:alt', content: 'A drawing.' },
      { name: 'twitter:card', content: 'summary_large_image' },
    ]),
  )
})

test('an article says when it was written; another page does not pretend to be one', () => {
  const article = describePage({
    ...page,
    article: {
      published: '2026-11-22',
      updated: '2026-11-23',
      section: 'Guides',
      tags: ['backend developer'],
    },
  })

  expect(article).toContainEqual({ property: 'og:type', content: 'article' })
  expect(article).toEqual(
    expect.arrayContaining([
      { property: 'article:published_time', content: '2026-11-22T00:00:00Z' },
      { property: 'article:modified_time', content: '2026-11-23T00:00:00Z' },
      { property: 'article:author', content: 'https://firm.example/about' },
      { property: 'article:tag', content: 'backend developer' },
    ]),
  )
  expect(describePage(page)).toContainEqual({ property: 'og:type', content: 'website' })
})

test('a page of one visitor stays out of every index', () => {
  expect(describePrivatePage('Your booking')).toContainEqual({ name: 'robots', content: 'noindex, nofollow' })
})
