import { describePage } from '#app/seo/head.ts'
import { describeArticle } from '#app/seo/structured-data.ts'
import { crumbsOf, linkToArticle } from './article-links.ts'
import { rolesOf, type Article } from './article.ts'

/** The head of an article's page. */
export function describeArticlePage(
  article: Article,
  matches: Parameters<typeof describePage>[0]['matches'],
): ReturnType<typeof describePage> {
  return describePage({
    ...article.seo,
    path: linkToArticle(article).href,
    matches,
    article: {
      ...article,
      section: article.kind === 'comparison' ? 'Comparisons' : 'Guides',
      tags: rolesOf(article).map((slug) => slug.replaceAll('-', ' ')),
    },
    crumbs: crumbsOf(article),
    data: (page) => [describeArticle(article, page)],
  })
}
