/** Every article the site knows, read once from the files in `content/`. */
import { findRole } from '#app/roles/roles.server.ts'
import type { Role } from '#app/roles/role.ts'
import type { Article, Comparison } from './article.ts'

const files = import.meta.glob<Article>('./content/*.md', { eager: true, import: 'default' })
const published = Object.values(files)
  .filter((article) => article.status === 'published')
  .sort((a, b) => b.published.localeCompare(a.published) || a.slug.localeCompare(b.slug))

const faults = published.flatMap(faultsOf)
if (faults.length > 0) throw new Error(`The articles contradict the roles:\n  ${faults.join('\n  ')}`)

/** Published comparisons, newest first. */
export function listComparisons(): Comparison[] {
  return published.filter((article) => article.kind === 'comparison')
}

/** The published comparison of that slug, or null. */
export function findComparison(slug: string): Comparison | null {
  return listComparisons().find((comparison) => comparison.slug === slug) ?? null
}

/** Comparisons in which the role is one of the two sides. */
export function listComparisonsOf(role: string): Comparison[] {
  return listComparisons().filter(({ left, right }) => left === role || right === role)
}

export type RelatedPage = { kind: 'role'; role: Role } | { kind: 'comparison'; comparison: Comparison }

/** The pages that an article recommends, in its own order. */
export function listRelated(article: Article): RelatedPage[] {
  return article.related.slugs.flatMap((slug): RelatedPage[] => {
    const role = findRole(slug)
    const comparison = findComparison(slug)
    if (role) return [{ kind: 'role', role }]
    return comparison ? [{ kind: 'comparison', comparison }] : []
  })
}

function faultsOf(article: Article): string[] {
  const sides = [article.left, article.right].filter((slug) => !findRole(slug))
  const dead = article.related.slugs.filter((slug) => !findRole(slug) && !isArticle(slug))
  return [
    ...sides.map((slug) => `${article.slug}: compares "${slug}", which is no published role`),
    ...dead.map((slug) => `${article.slug}: recommends "${slug}", which is neither a role nor an article`),
    ...(article.slug === `${article.left}-vs-${article.right}`
      ? []
      : [`${article.slug}: must be named ${article.left}-vs-${article.right}.md`]),
  ]
}

function isArticle(slug: string): boolean {
  return published.some((article) => article.slug === slug)
}
