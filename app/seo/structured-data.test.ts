import { expect, test } from 'vitest'
import { findComparison, listComparisons, listGuides } from '#app/articles/articles.server.ts'
import { findRole, listRoles } from '#app/roles/roles.server.ts'
import { partSchema } from './structured-data.fixture.ts'
import { describeArticle, describeService, describeSite, describeTrail } from './structured-data.ts'

const origin = 'https://firm.example'

test('a trail counts from one, and only its end has no address', () => {
  const trail = describeTrail(
    [{ label: 'Home', href: '/' }, { label: 'Roles', href: '/hire' }, { label: 'Cook' }],
    origin,
  )

  expect(partSchema.safeParse(trail).error).toBeUndefined()
  expect(trail.itemListElement).toMatchObject([
    { position: 1, item: 'https://firm.example/' },
    { position: 2, item: 'https://firm.example/hire' },
    { position: 3, name: 'Cook' },
  ])
})

test('the site, every article and every role have all that their type requires', () => {
  const page = { url: `${origin}/x`, origin, pictures: [`${origin}/x.png`] }
  const parts = [
    ...describeSite(origin),
    ...[...listComparisons(), ...listGuides()].map((article) => describeArticle(article, page)),
    ...listRoles().map((role) => describeService(role, page)),
  ]

  expect(parts.map((part) => partSchema.safeParse(part).error).filter(Boolean)).toEqual([])
  expect(parts.length).toBeGreaterThan(20)
})

test('what lacks a required property is found', () => {
  const [site] = describeSite(origin)

  const article = describeArticle(findComparison('frontend-vs-backend') ?? never(), {
    ...{ url: `${origin}/x`, origin },
    pictures: [],
  })

  expect(partSchema.safeParse(article).success).toBe(false)
  expect(partSchema.safeParse({ ...article, image: [`${origin}/x.png`] }).success).toBe(true)
  expect(partSchema.safeParse({ ...site, name: undefined }).success).toBe(false)
  expect(partSchema.safeParse({ ...site, '@type': 'JobPosting' }).success).toBe(false)
  expect(partSchema.safeParse(describeTrail([{ label: 'Home' }, { label: 'Cook' }], origin)).success).toBe(
    false,
  )
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
    describeArticle(findComparison('frontend-vs-backend') ?? never(), { url: origin, origin, pictures: [] }),
  ])

  expect(all).not.toMatch(/rating|review|offers|price|JobPosting/i)
})

function never(): never {
  throw new Error('the page is gone')
}
