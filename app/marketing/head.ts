/** The tags in a page's head: what search engines and shared links show. */
import type { MetaDescriptor } from '@remix-run/node'
import { site } from '#app/site.ts'

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
}

/** Title, description, canonical address and share tags of a page that anyone may find. */
export function describePage({
  title,
  description,
  path,
  matches,
  article,
}: PageDescription): MetaDescriptor[] {
  const url = originIn(matches) + path
  return [
    { title: withBrand(title) },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: url },
    { name: 'robots', content: 'max-image-preview:large' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:type', content: article ? 'article' : 'website' },
    { property: 'og:url', content: url },
    { property: 'og:site_name', content: site.name },
    { property: 'og:locale', content: site.locale.replace('-', '_') },
    { name: 'twitter:card', content: 'summary' },
    ...(article ? articleTags(article) : []),
  ]
}

/** A page that belongs to one visitor or to the staff: a title, and out of every index. */
export function describePrivatePage(title: string): MetaDescriptor[] {
  return [{ title: withBrand(title) }, { name: 'robots', content: 'noindex, nofollow' }]
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
