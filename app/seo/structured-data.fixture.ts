/** What Google's pages on structured data and schema.org require and recommend of each type, as of November 2026. */
import { z } from 'zod'

const words = z.string().trim().min(1)
const address = z.url({ protocol: /^https?$/ })
const reference = z.object({ '@id': address })
const date = z.iso.date()

const webSite = z.object({ '@type': z.literal('WebSite'), '@id': address, name: words, url: address })
const organization = z.object({
  '@type': z.literal('Organization'),
  '@id': address,
  name: words,
  url: address,
  logo: address,
  description: words,
  email: z.email(),
  contactPoint: z.object({ '@type': z.literal('ContactPoint'), contactType: words, email: z.email() }),
})
const breadcrumbList = z.object({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(
      z.object({
        '@type': z.literal('ListItem'),
        position: z.int(),
        name: words,
        item: address.optional(),
      }),
    )
    .min(2)
    .refine((crumbs) => crumbs.every(({ position }, index) => position === index + 1), 'counts from one')
    .refine((crumbs) => crumbs.slice(0, -1).every(({ item }) => item), 'only the end has no address'),
})
const article = z.object({
  '@type': z.literal('Article'),
  headline: words.max(110),
  description: words,
  image: z.array(address).min(1),
  datePublished: date,
  dateModified: date,
  author: z.object({ '@type': z.enum(['Person', 'Organization']), name: words, url: address }),
  publisher: reference,
  mainEntityOfPage: address,
})
const service = z.object({
  '@type': z.literal('Service'),
  name: words,
  serviceType: words,
  description: words,
  provider: reference,
  url: address,
})

export const partSchema = z.discriminatedUnion('@type', [
  webSite,
  organization,
  breadcrumbList,
  article,
  service,
])

export const graphSchema = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(partSchema).min(1),
})
