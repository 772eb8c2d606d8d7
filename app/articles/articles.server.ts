/** Every article the site knows, read once from the files in `content/`. */
import type { Role } from '#app/roles/role.ts'
import { findRole } from '#app/roles/roles.server.ts'
import { rolesOf, type Article, type Comparison, type Guide } from './article.ts'

const files = import.meta.glob<Article>('./content/*.md', { eager: true, import: 'default' })
const published = Object.values(files)
  // Drafts are seen in development only.
  .filter((article) => import.meta.env.DEV || article.status === 'published')
  .sort((a, b) => b.published.localeCompare(a.published) || a.slug.localeCompare(b.slug))

const faults = published.flatMap(faultsOf)
if (faults.length > 0) throw new Error(`The articles contradict the roles:\n  ${faults.join('\n  ')}`)

/** Published comparisons, newest first. */
export function listComparisons(): Comparison[] {
  return published.filter((article) => article.kind === 'comparison')
}

/** Published guides, newest first. */
export function listGuides(): Guide[] {
  return published.filter((article) => article.kind === 'guide')
}

/** The published comparison of that slug, or null. */
export function findComparison(slug: string): Comparison | null {
  return listComparisons().find((comparison) => comparison.slug === slug) ?? null
}

/** The published guide of that slug, or null. */
export function findGuide(slug: string): Guide | null {
  return listGuides().find((guide) => guide.slug === slug) ?? null
}

/** Comparisons in which the role is one of the sides. */
export function listComparisonsOf(role: string): Comparison[] {
  return listComparisons().filter((comparison) => rolesOf(comparison).includes(role))
}

/** Guides that are about the role. */
export function listGuidesAbout(role: string): Guide[] {
  return listGuides().filter((guide) => rolesOf(guide).includes(role))
}

/** What stands over each column of a comparison's table. */
export function sideTitles({ sides }: Comparison): string[] {
  return sides.map((side) => ('role' in side ? (findRole(side.role)?.title ?? side.role) : side.title))
}

export type RelatedPage = { kind: 'role'; role: Role } | { kind: 'article'; article: Article }

/** The pages that an article recommends, in its own order. */
export function listRelated({ related }: Article): RelatedPage[] {
  return related.slugs.flatMap((slug): RelatedPage[] => {
    const role = findRole(slug)
    const article = published.find((other) => other.slug === slug)
    if (role) return [{ kind: 'role', role }]
    return article ? [{ kind: 'article', article }] : []
  })
}

function faultsOf(article: Article): string[] {
  const strange = rolesOf(article).filter((slug) => !findRole(slug))
  const dead = article.related.slugs.filter(
    (slug) => slug === article.slug || (!findRole(slug) && !isArticle(slug)),
  )
  return [
    ...strange.map((slug) => `${article.slug}: is about "${slug}", which is no published role`),
    ...dead.map((slug) => `${article.slug}: recommends "${slug}", which is no other role or article`),
  ]
}

function isArticle(slug: string): boolean {
  return published.some((article) => article.slug === slug)
}
