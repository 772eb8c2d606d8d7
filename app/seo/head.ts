/** What stands in a page's head: what search engines and shared links show. */
import type { MetaDescriptor } from '@remix-run/node'
import { z } from 'zod'
import { paths } from '#app/paths.ts'
import { site } from '#app/site.ts'
import { shareSize } from './share-picture.tsx'
import { describeTrail, graphOf, type DescribedPage, type StructuredData } from './structured-data.ts'

type PageDescription = {
  /** Without the brand, which is put last. */
  title: string
  description: string
  /** The page's one address, without query: `paths.role('backend-developer')`. */
  path: string
  /** The `matches` of the meta function: the root's loader knows the origin. */
  matches: readonly { id: string; data: unknown }[]
  /** When an article was first and last written, as calendar dates, among which others it stands, and what it is about. */
  article?: { published: string; updated: string; section: string; tags: readonly string[] }
  /** The same as the page shows. */
  crumbs?: readonly { label: string; href?: string }[]
  /** What the page is in the words of schema.org. */
  data?: (page: DescribedPage) => readonly StructuredData[]
}

/** Title, description, canonical address, share tags and structured data of a page that anyone may find. */
export function describePage(page: PageDescription): MetaDescriptor[] {
  const { title, description, article } = page
  const { origin, picture } = rootOf(page.matches)
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
    ...pictureTags(picture, origin),
    ...(article ? articleTags(article, origin) : []),
    ...structuredData(page, {
      url,
      origin,
      pictures: (picture?.drawings ?? []).map((path) => origin + path),
    }),
  ]
}

/** A page that belongs to one visitor or to the staff: a title, and out of every index. */
export function describePrivatePage(title: string): MetaDescriptor[] {
  return [{ title: withBrand(title) }, { name: 'robots', content: 'noindex, nofollow' }]
}

/** Other sites show the picture without asking ours again, so its size and words come with it. */
function pictureTags(picture: { path: string; says: string } | undefined, origin: string): MetaDescriptor[] {
  if (!picture) return [{ name: 'twitter:card', content: 'summary' }]
  return [
    { property: 'og:image', content: origin + picture.path },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: String(shareSize.width) },
    { property: 'og:image:height', content: String(shareSize.height) },
    { property: 'og:image:alt', content: picture.says },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}

function structuredData({ crumbs, data }: PageDescription, page: DescribedPage): MetaDescriptor[] {
  const parts = [...(crumbs ? [describeTrail(crumbs, page.origin)] : []), ...(data?.(page) ?? [])]
  return parts.length > 0 ? [{ 'script:ld+json': graphOf(parts) }] : []
}

/** The author is a team, so its page is the firm's. */
function articleTags(
  { published, updated, section, tags }: NonNullable<PageDescription['article']>,
  origin: string,
): MetaDescriptor[] {
  return [
    { property: 'article:author', content: origin + paths.page('about') },
    { property: 'article:published_time', content: `${published}T00:00:00Z` },
    { property: 'article:modified_time', content: `${updated}T00:00:00Z` },
    { property: 'article:section', content: section },
    ...tags.map((tag) => ({ property: 'article:tag', content: tag })),
  ]
}

/** Search engines cut what is longer, and name the site beside it anyway. */
const longestTitle = 60

function withBrand(title: string): string {
  const whole = title.includes(site.name) ? title : `${title} | ${site.name}`
  return whole.length <= longestTitle ? whole : title
}

/** What the root's loader knows; less when it failed. */
const rootSchema = z.object({
  origin: z.string(),
  picture: z
    .object({ path: z.string(), says: z.string(), drawings: z.array(z.string()).default([]) })
    .optional(),
})

function rootOf(matches: PageDescription['matches']): z.infer<typeof rootSchema> {
  const parsed = rootSchema.safeParse(matches.find(({ id }) => id === 'root')?.data)
  return parsed.success ? parsed.data : { origin: '' }
}
