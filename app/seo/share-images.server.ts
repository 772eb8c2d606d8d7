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
import { shareSize } from './share-picture.tsx'

export type ShareImage = {
  kind: 'role' | 'comparison' | 'guide' | 'page' | 'drawing'
  slug: string
  /** What kind of page it is, in a word or two; empty for the firm's own. */
  label: string
  /** Empty for a drawing without words. */
  title: string
  /** Whose drawings stand beside the title. */
  families: Family[]
  size: { width: number; height: number }
  /** Changes with what the image shows, so that its address does. */
  version: string
}

/** Raise it when the layout of share-picture.tsx changes. */
const layout = 1

/** Search engines show an article beside a picture without words, and choose the shape themselves. */
const shapes = [
  { name: '16x9', width: 1200, height: 675 },
  { name: '4x3', width: 1200, height: 900 },
  { name: '1x1', width: 1200, height: 1200 },
]

const firm = versioned({ kind: 'page', slug: 'home', label: '', title: site.promise, families: [] })
const articles = [...listComparisons(), ...listGuides()].map(ofArticle)
const byPath = new Map([...listRoles().map(ofRole), ...articles, ...listPages().map(ofPage)])
const drawingsByPath = new Map(articles.map(([path, image]) => [path, drawingsOf(image)]))

/** A page that has none of its own shows the firm's. */
export function shareImageOf(path: string): ShareImage {
  return byPath.get(path) ?? firm
}

export function findShareImage(kind: string, slug: string): ShareImage | null {
  const all = [firm, ...byPath.values(), ...[...drawingsByPath.values()].flat()]
  return all.find((image) => image.kind === kind && image.slug === slug) ?? null
}

/** Where the picture of a page is, what it shows to those who do not see it, and where the drawings of an article are. */
export function describeShareImage(path: string): { path: string; says: string; drawings: string[] } {
  const image = shareImageOf(path)
  const drawn = image.families.map((family) => drawings[family].says.replace(/\.$/, ''))
  return {
    path: paths.shareImage(image),
    says: `${image.title}. Beside it: ${drawn.join('; ') || `the mark of ${site.name}`}.`,
    drawings: (drawingsByPath.get(path) ?? []).map(paths.shareImage),
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

function drawingsOf({ kind, slug, families }: ShareImage): ShareImage[] {
  return shapes.map(({ name, ...size }) =>
    versioned({ kind: 'drawing', slug: `${kind}-${slug}-${name}`, label: '', title: '', families, size }),
  )
}

type Unversioned = Omit<ShareImage, 'version' | 'size'> & Partial<Pick<ShareImage, 'size'>>

function versioned({ size = shareSize, ...rest }: Unversioned): ShareImage {
  const image = { ...rest, size }
  const shown = JSON.stringify([layout, site.name, image, drawnSheet(image.families)])
  return { ...image, version: createHash('sha256').update(shown).digest('hex').slice(0, 10) }
}
