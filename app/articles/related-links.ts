import { paths } from '#app/paths.ts'
import { linkToArticle } from './article-links.ts'
import type { RelatedPage } from './articles.server.ts'

/** A recommended page as a line of a list. */
export function linkToPage(page: RelatedPage) {
  return page.kind === 'role'
    ? { href: paths.role(page.role.slug), title: page.role.title, note: 'role' }
    : linkToArticle(page.article)
}
