/** The picture that a shared link shows, for every page that anyone may find. */
import { createHash } from 'node:crypto'
import { listComparisons, listGuides } from '#app/articles/articles.server.ts'
import { rolesOf, type Article } from '#app/articles/article.ts'
import { listPages } from '#app/pages/pages.server.ts'
import { paths } from '#app/paths.ts'
import { drawings } from '#app/roles/drawings.tsx'
import { withArticle } from '#app/roles/role-name.ts'
import { familyLabels, type Family, type Role } from '#app/roles/role.ts'
import { findRole, listRoles } from '#app/roles/roles.server.ts'
import { site } from '#app/site.ts'
import { drawnSheet } from './draw-share-image.server.ts'

export type ShareImage = {
  kind: 'role' | 'comparison' | 'guide' | 'page'
  slug: string
  /** What kind of page it is, in a word or two; empty for the firm's own. */
  label: string
  title: string
  /** Whose drawings stand beside the title. */
  families: Family[]
  /** Changes with what the image shows, so that its address does. */
  version: string
}

/** Raise it when the layout of share-picture.tsx changes. */
const layout = 1

const firm = versioned({ kind: 'page', slug: 'home', label: '', title: site.promise, families: [] })
const byPath = new Map([
  ...listRoles().map(ofRole),
  ...[...listComparisons(), ...listGuides()].map(ofArticle),
  ...listPages().map(ofPage),
])

/** A page that has none of its own shows the firm's. */
export function shareImageOf(path: string): ShareImage {
  return byPath.get(path) ?? firm
}

export function findShareImage(kind: string, slug: string): ShareImage | null {
  const all = [firm, ...byPath.values()]
  return all.find((image) => image.kind === kind && image.slug === slug) ?? null
}

/** Where the picture of a page is, and what it shows to those who do not see it. */
export function describeShareImage(path: string): { path: string; says: string } {
  const image = shareImageOf(path)
  const drawn = image.families.map((family) => drawings[family].says.replace(/\.$/, ''))
  return {
    path: paths.shareImage(image),
    says: `${image.title}. Beside it: ${drawn.join('; ') || `the mark of ${site.name}`}.`,
  }
}

function ofRole({ slug, title, family }: Role): [string, ShareImage] {
  const shown = { label: familyLabels[family], title: `Hire ${withArticle(title)}`, families: [family] }
  return [paths.role(slug), versioned({ kind: 'role', slug, ...shown })]
}

function ofArticle(article: Article): [string, ShareImage] {
  const { kind, slug, title } = article
  const families = rolesOf(article).flatMap((role) => findRole(role)?.family ?? [])
  const label = kind === 'comparison' ? 'Comparison' : 'Guide'
  const path = kind === 'comparison' ? paths.comparison(slug) : paths.guide(slug)
  return [path, versioned({ kind, slug, label, title, families: [...new Set(families)].slice(0, 2) })]
}

function ofPage({ slug, title }: { slug: string; title: string }): [string, ShareImage] {
  return [paths.page(slug), versioned({ kind: 'page', slug, label: '', title, families: [] })]
}

function versioned(image: Omit<ShareImage, 'version'>): ShareImage {
  const shown = JSON.stringify([layout, site.name, image, drawnSheet(image.families)])
  return { ...image, version: createHash('sha256').update(shown).digest('hex').slice(0, 10) }
}
