import { expect, test } from 'vitest'
import { z } from 'zod'
import { findComparison, listComparisons, listGuides } from '#app/articles/articles.server.ts'
import { findRole, listRoles } from '#app/roles/roles.server.ts'
import { describeArticle, describeService, describeSite, describeTrail } from './structured-data.ts'

const origin = 'https://firm.example'

/** What Google's pages on structured data require and recommend, as of November 2026. */
const address = z.url().startsWith(origin)
const trailSchema = z.object({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.object({
        '@type': z.literal('ListItem'),
        position: z.int(),
        name: z.string().min(1),
        item: address.optional(),
      }),
    )
    .min(2),
})
const articleSchema = z.object({
  '@type': z.literal('Article'),
  headline: z.string().min(1).max(110),
  datePublished: z.iso.date(),
  dateModified: z.iso.date(),
  author: z.object({ '@type': z.string(), name: z.string().min(1), url: address }),
  mainEntityOfPage: address,
})

test('a trail counts from one, and only its end has no address', () => {
  const trail = trailSchema.parse(
    describeTrail(
      [{ label: 'Home', href: '/' }, { label: 'Roles', href: '/hire' }, { label: 'Cook' }],
      origin,
    ),
  )

  expect(trail.itemListElement.map(({ position, item }) => [position, item])).toEqual([
    [1, 'https://firm.example/'],
    [2, 'https://firm.example/hire'],
    [3, undefined],
  ])
})

test('every article can be described', () => {
  const articles = [...listComparisons(), ...listGuides()]
  const faults = articles.filter(
    (article) => !articleSchema.safeParse(describeArticle(article, { url: `${origin}/x`, origin })).success,
  )

  expect(articles.length).toBeGreaterThan(5)
  expect(faults).toEqual([])
})

test('a role is offered as a service of the firm that the home page describes', () => {
  const firm = describeSite(origin).find((part) => part['@type'] === 'Organization')
  const offered = listRoles().map((role) => describeService(role, { url: `${origin}/x`, origin }))

  expect(firm).toMatchObject({ '@id': 'https://firm.example/#firm' })
  expect(offered.filter(({ provider }) => (provider as { '@id': string })['@id'] !== firm?.['@id'])).toEqual(
    [],
  )
})

test('nothing is rated, priced or advertised as a vacancy', () => {
  const all = JSON.stringify([
    describeSite(origin),
    describeService(findRole('backend-developer') ?? never(), { url: origin, origin }),
    describeArticle(findComparison('frontend-vs-backend') ?? never(), { url: origin, origin }),
  ])

  expect(all).not.toMatch(/rating|review|offers|price|JobPosting/i)
})

function never(): never {
  throw new Error('the page is gone')
}
