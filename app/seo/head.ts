/** What stands in a page's head: what search engines and shared links show. */
import type { MetaDescriptor } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { describeTrail, graphOf, type StructuredData } from './structured-data.ts'

type PageDescription = {
  /** Without the brand, which is put last. */
  title: string
  description: string
  /** The page's one address, without query: `paths.role('backend-developer')`. */
  path: string
  /** The `matches` of the meta function: the root's loader knows the origin. */
  matches: readonly { id: string; data: unknown }[]
  /** When an article was first and last written, as calendar dates. */
  article?: { published: string; updated: string }
  /** The same as the page shows. */
  crumbs?: readonly { label: string; href?: string }[]
  /** What the page is in the words of schema.org. */
  data?: (page: { url: string; origin: string }) => readonly StructuredData[]
}

/** Title, description, canonical address, share tags and structured data of a page that anyone may find. */
export function describePage(page: PageDescription): MetaDescriptor[] {
  const { title, description, article } = page
  const origin = originIn(page.matches)
  const url = origin + page.path
  return [
    { title: withBrand(title) },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: url },
    { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: paths.feed() },
    { name: 'robots', content: 'max-image-preview:large' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:type', content: article ? 'article' : 'website' },
    { property: 'og:url', content: url },
    { property: 'og:site_name', content: site.name },
    { property: 'og:locale', content: site.locale.replace('-', '_') },
    { name: 'twitter:card', content: 'summary' },
    ...(article ? articleTags(article) : []),
    ...structuredData(page, { url, origin }),
  ]
}

/** A page that belongs to one visitor or to the staff: a title, and out of every index. */
export function describePrivatePage(title: string): MetaDescriptor[] {
  return [{ title: withBrand(title) }, { name: 'robots', content: 'noindex, nofollow' }]
}

function structuredData(
  { crumbs, data }: PageDescription,
  page: { url: string; origin: string },
): MetaDescriptor[] {
  const parts = [...(crumbs ? [describeTrail(crumbs, page.origin)] : []), ...(data?.(page) ?? [])]
  return parts.length > 0 ? [{ 'script:ld+json': graphOf(parts) }] : []
}

function articleTags({ published, updated }: { published: string; updated: string }): MetaDescriptor[] {
  return [
    { property: 'article:published_time', content: `${published}T00:00:00Z` },
    { property: 'article:modified_time', content: `${updated}T00:00:00Z` },
  ]
}

function withBrand(title: string): string {
  return title.includes(site.name) ? title : `${title} | ${site.name}`
}

function originIn(matches: PageDescription['matches']): string {
  const data = matches.find(({ id }) => id === 'root')?.data
  const known = typeof data === 'object' && data !== null && 'origin' in data ? data.origin : ''
  return typeof known === 'string' ? known : ''
}
