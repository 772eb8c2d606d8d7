/**
 * What search engines read beside the text, as JSON-LD in the words of schema.org. It says nothing that the page does not
 * show: no ratings, no prices, no dates but those of the files.
 */
import type { Article } from '#app/articles/article.ts'
import type { Role } from '#app/roles/role.ts'
import { paths } from '#app/paths.ts'
import { inSentence } from '#app/roles/role-name.ts'
import { site } from '#app/site.ts'

export type StructuredData = { '@type': string } & Record<string, unknown>

/** Whom a page is described for: its address, and its pictures without words. */
export type DescribedPage = { url: string; origin: string; pictures: readonly string[] }

/** One graph for a page; `id`s join its parts. */
export function graphOf(parts: readonly StructuredData[]) {
  return { '@context': 'https://schema.org', '@graph': parts }
}

/** The home page: what the site is called, and whose it is. */
export function describeSite(origin: string): StructuredData[] {
  return [
    {
      '@type': 'WebSite',
      '@id': `${origin}/#site`,
      name: site.name,
      url: `${origin}/`,
      publisher: firm(origin),
    },
    {
      '@type': 'Organization',
      ...firm(origin),
      name: site.name,
      url: `${origin}/`,
      logo: `${origin}/icon-512.png`,
      description: site.description,
      email: site.email,
      contactPoint: {
        '@type': 'ContactPoint',
        contactType: 'sales',
        email: site.email,
        availableLanguage: 'en',
      },
    },
  ]
}

/** The way to a page, as its breadcrumbs show it; the last crumb is the page itself. */
export function describeTrail(
  crumbs: readonly { label: string; href?: string }[],
  origin: string,
): StructuredData {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(href && { item: origin + href }),
    })),
  }
}

/** A role is a service of the firm's: adding such people to a team. */
export function describeService(role: Role, page: { url: string; origin: string }): StructuredData {
  return {
    '@type': 'Service',
    name: `Remote ${inSentence(role.plural)}`,
    serviceType: 'Staff augmentation',
    description: role.definition,
    provider: firm(page.origin),
    url: page.url,
  }
}

/** A comparison or a guide. */
export function describeArticle(article: Article, page: DescribedPage): StructuredData {
  return {
    '@type': 'Article',
    headline: article.title,
    description: article.seo.description,
    image: page.pictures,
    datePublished: article.published,
    dateModified: article.updated,
    author: {
      '@type': 'Organization',
      name: `${site.name} ${article.author.replaceAll('-', ' ')}`,
      url: page.origin + paths.page('about'),
    },
    publisher: firm(page.origin),
    mainEntityOfPage: page.url,
    inLanguage: 'en-GB',
  }
}

function firm(origin: string) {
  return { '@id': `${origin}/#firm` }
}
