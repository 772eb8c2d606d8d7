/** What the list and the board have in common: the filter read from the address, its words, its choices, its views. */
import { redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import type { Viewer } from '#app/staff/viewer.server.ts'
import { canSee, findNewestOf } from '../find-lead.server.ts'
import { listOwners } from '../owners.server.ts'
import { mayDelete, mayEdit } from '../scope.server.ts'
import { emailIn, refIn } from '../search-words.ts'
import { findDefaultView, listViews, mayShare } from '../views/views.server.ts'
import { tabsOf } from '../views/tabs.ts'
import { hrefOf, queryOf, type Layout } from './addresses.ts'
import { chipsOf, type Names } from './filter-words.ts'
import { readLeadFilter, type LeadFilter } from './filter.ts'

/** Throws a redirect where the address means one lead, the reader's own view, or says in a form's many words what a link says in few. */
export async function readFilterOf(request: Request, viewer: Viewer, layout: Layout): Promise<LeadFilter> {
  const { searchParams } = new URL(request.url)
  if (searchParams.size === 0 && layout === 'list') {
    const view = await findDefaultView(viewer)
    if (view) throw redirect(hrefOf(view.layout, readLeadFilter(new URLSearchParams(view.query))))
  }
  const filter = readLeadFilter(searchParams)
  const jump = await findJump(viewer, filter.q)
  if (jump !== null) throw redirect(paths.staff.lead(jump), 303)
  if (isFromForm(searchParams)) throw redirect(hrefOf(layout, filter), 303)
  return filter
}

/** A form sends its empty fields too, and a name once for each box: nobody wants to share such an address. */
function isFromForm(query: URLSearchParams): boolean {
  return [...query.values()].includes('') || new Set(query.keys()).size < query.size
}

/** A whole reference or e-mail address is looked up, not looked for. */
async function findJump(viewer: Viewer, q: string): Promise<number | null> {
  const ref = refIn(q)
  if (ref !== null) return (await canSee(viewer, ref)) ? ref : null
  const email = emailIn(q)
  return email ? findNewestOf(viewer, email) : null
}

/** `roles`: what the filter offers by name; the registry of roles belongs to the routes. */
export async function frameOf(
  viewer: Viewer,
  layout: Layout,
  filter: LeadFilter,
  roles: readonly { slug: string; title: string }[],
) {
  const [owners, views] = await Promise.all([listOwners(), listViews(viewer)])
  const names = namesOf(owners, roles)
  const tabs = tabsOf(layout, filter, views)
  return {
    filter,
    chips: chipsOf(filter, names),
    choices: { owners, roles: roles.map(({ slug, title }) => ({ slug, title })) },
    tabs,
    save: tabs.some(({ isHere }) => isHere)
      ? null
      : {
          ...{ layout, query: queryOf({ ...filter, after: undefined }), mayShare: mayShare(viewer) },
          names: views.flatMap(({ name, owner }) => (owner === null ? [name] : [])),
        },
    mayEdit: mayEdit(viewer),
    mayDelete: mayDelete(viewer),
  }
}

/** What a filter's ids and slugs are called. */
export function namesOf(
  owners: readonly { id: string; name: string }[],
  roles: readonly { slug: string; title: string }[],
): Names {
  const titles = new Map(roles.map(({ slug, title }) => [slug, title]))
  return {
    owners: new Map(owners.map(({ id, name }) => [id, name])),
    role: (slug) => titles.get(slug) ?? slug,
  }
}
