import { paths } from '#app/paths.ts'
import type { Article } from './article.ts'

/** Where an article is, and what stands beside its title in a list. */
export function linkToArticle({ kind, slug, title }: Pick<Article, 'kind' | 'slug' | 'title'>) {
  const href = kind === 'comparison' ? paths.comparison(slug) : paths.guide(slug)
  return { href, title, note: kind as string }
}

/** The way from the home page to an article. */
export function crumbsOf({ kind, title }: Pick<Article, 'kind' | 'title'>) {
  const shelf =
    kind === 'comparison'
      ? { label: 'Comparisons', href: paths.comparisons() }
      : { label: 'Guides', href: paths.guides() }
  return [{ label: 'Home', href: paths.home() }, shelf, { label: title }]
}
