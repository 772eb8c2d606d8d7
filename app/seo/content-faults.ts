/**
 * What is wrong between the files of the site that are each right by themselves: names that are given twice, links that
 * lead nowhere, pages that hardly anything leads to. The build stops at the first look; one sentence per fault. Imports by
 * path, because the build's own configuration reads it.
 */
import { z } from 'zod'
import { type Article, articleSchema, rolesOf } from '../articles/article.ts'
import { type Page, pageSchema } from '../pages/page.ts'
import { paths } from '../paths.ts'
import { type Role, roleSchema } from '../roles/role.ts'

export type Contents = { roles: readonly Role[]; articles: readonly Article[]; pages: readonly Page[] }

/** A page that a file makes: where it is, what it is called, and where its text leads. */
type Written = { path: string; titles: string[]; description: string; links: string[] }

/** What the search for it and a second reader need. */
const leastInbound = 2

/** Pages with a form or a list, which no file makes. */
const alone = [
  ...[paths.home(), paths.roles(), paths.whichRole(), paths.comparisons(), paths.guides()],
  ...[paths.sharedHours(), paths.start(), paths.book(), paths.links(), paths.contact(), paths.search()],
  ...[paths.privacy(), paths.feed(), paths.api.openapi()],
]
/** What the home page and the lists lead to besides all that they list. */
const fromHome = ['how-it-works', 'vetting', 'about', 'faq'].map(paths.page)

/** The same of files as a build has read them, each by its schema; drafts are not looked at. */
export function faultsInFiles(read: Record<string, unknown[]>): string[] {
  const isOut = ({ status }: { status: 'published' | 'draft' }) => status === 'published'
  return contentFaults({
    roles: z.array(roleSchema).parse(read['app/roles/content']).filter(isOut),
    articles: z.array(articleSchema).parse(read['app/articles/content']).filter(isOut),
    pages: z.array(pageSchema).parse(read['app/pages/content']),
  })
}

export function contentFaults(contents: Contents): string[] {
  const written = [
    ...contents.roles.map((role) => fromRole(role, contents)),
    ...contents.articles.map((article) => fromArticle(article, contents)),
    ...contents.pages.map(fromPage),
  ]
  return [
    ...twice(written, ({ titles }) => titles[0] ?? '', 'title'),
    ...twice(written, ({ titles }) => titles[1] ?? '', 'seo › title'),
    ...twice(written, ({ description }) => description, 'seo › description'),
    ...deadLinks(written, contents),
    ...orphans(written, contents),
  ]
}

function twice(written: readonly Written[], wordsOf: (page: Written) => string, field: string): string[] {
  const first = new Map<string, string>()
  return written.flatMap((page) => {
    const words = wordsOf(page).toLowerCase()
    const known = first.get(words)
    first.set(words, known ?? page.path)
    return known ? [`${page.path}: ${field} is that of ${known} – word one of them otherwise`] : []
  })
}

function deadLinks(written: readonly Written[], { roles }: Contents): string[] {
  const kits = roles.map(({ slug }) => paths.kit(slug))
  const known = new Set([...alone, ...kits, ...written.map(({ path }) => path)])
  return written.flatMap(({ path, links }) =>
    links.filter((link) => !known.has(link)).map((link) => `${path}: leads to ${link}, which is no page`),
  )
}

/** The small print stands at the foot of every page, so nothing else need lead to it. */
function orphans(written: readonly Written[], { pages }: Contents): string[] {
  const smallPrint = pages.filter(({ shelf }) => shelf === 'terms').map(({ slug }) => paths.page(slug))
  const links = [...written, { path: paths.home(), links: fromHome }]
  return written
    .filter(({ path }) => !smallPrint.includes(path))
    .map(({ path }) => ({
      path,
      inbound: listsOf(path) + links.filter((from) => from.path !== path && from.links.includes(path)).length,
    }))
    .filter(({ inbound }) => inbound < leastInbound)
    .map(
      ({ path, inbound }) =>
        `${path}: ${inbound === 1 ? 'one page leads' : 'no page leads'} to it – link it from another text or as related`,
    )
}

/** Lists that name every page of a kind: roles on the home page and their own, comparisons and guides on theirs. */
function listsOf(path: string): number {
  if (path.startsWith(`${paths.roles()}/`)) return 2
  if (path.startsWith(`${paths.comparisons()}/`) || path.startsWith(`${paths.guides()}/`)) return 1
  return 0
}

/** A role's page leads to what its file recommends and to every article about it. */
function fromRole(role: Role, { articles }: Contents): Written {
  return {
    path: paths.role(role.slug),
    titles: [role.title, role.seo.title],
    description: role.seo.description,
    links: [
      ...linksIn(role.body),
      ...role.related.map(paths.role),
      ...articles.filter((article) => rolesOf(article).includes(role.slug)).map(pathOf),
    ],
  }
}

function fromArticle(article: Article, { roles, articles }: Contents): Written {
  const pathOfSlug = (slug: string) => {
    const other = articles.find((one) => one.slug === slug)
    return other && !roles.some((role) => role.slug === slug) ? pathOf(other) : paths.role(slug)
  }
  return {
    path: pathOf(article),
    titles: [article.title, article.seo.title],
    description: article.seo.description,
    links: [...linksIn(article.body), ...article.related.slugs.map(pathOfSlug)],
  }
}

function fromPage(page: Page): Written {
  return {
    path: paths.page(page.slug),
    titles: [page.title, page.seo.title],
    description: page.seo.description,
    links: linksIn(page.body),
  }
}

function pathOf({ kind, slug }: Article): string {
  return kind === 'comparison' ? paths.comparison(slug) : paths.guide(slug)
}

/** Own pages that a text leads to, without query and place. */
function linksIn(html: string): string[] {
  return [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href.replace(/[?#].*$/, ''))
}
