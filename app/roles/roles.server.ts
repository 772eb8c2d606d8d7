/** Every role the site knows, read once from the files in `content/`. */
import { contradictionsAmong, families, type Role } from './role.ts'

const files = import.meta.glob<Role>('./content/*.md', { eager: true, import: 'default' })
const all = Object.values(files)

const faults = contradictionsAmong(all.filter(isPublished))
if (faults.length > 0) throw new Error(`The roles contradict each other:\n  ${faults.join('\n  ')}`)

const published = all.filter(isPublished).sort(byFamilyAndOrder)

/** Published roles, family by family, each family in its own order. */
export function listRoles(): Role[] {
  return published
}

/** The published role of that slug, or null. */
export function findRole(slug: string): Role | null {
  return published.find((role) => role.slug === slug) ?? null
}

/** What a requirement's role is called; one that is none of ours is `'Another role'`. */
export function roleTitle(slug: string): string {
  return findRole(slug)?.title ?? 'Another role'
}

/** Drafts are seen in development only. */
function isPublished(role: Role): boolean {
  return import.meta.env.DEV || role.status === 'published'
}

function byFamilyAndOrder(a: Role, b: Role): number {
  return families.indexOf(a.family) - families.indexOf(b.family) || a.order - b.order
}
