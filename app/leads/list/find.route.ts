import type { LoaderFunctionArgs } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { findNewestOf, canSee } from '../find-lead.server.ts'
import { statusNames } from '../lead-status.ts'
import { emailIn, refIn } from '../search-words.ts'
import { findLeadIds } from './find-ids.server.ts'
import { readLeadFilter } from './filter.ts'
import { readLeads } from './list-leads.server.ts'

const mostFound = 8

/** Leads for the palette, for a program of ours: `[{ words, beside, href }]`. A whole number or address comes first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const now = new Date()
  const { q } = readLeadFilter(new URL(request.url).searchParams)
  if (q === '') return Response.json([])

  const { ids } = await findLeadIds(
    { viewer, filter: readLeadFilter(new URLSearchParams({ q })), now },
    mostFound,
  )
  const leads = await readLeads(ids, now)
  const jump = await exact(q)
  const first =
    jump !== null && leads.every(({ ref }) => ref !== jump)
      ? [{ words: `L-${jump}`, href: paths.staff.lead(jump) }]
      : []
  const rest = leads.map(({ ref, title, status, person, company }) => ({
    words: `${company?.name ?? person.name}`,
    beside: ` L-${ref}, ${title}, ${statusNames[status].toLowerCase()}`,
    href: paths.staff.lead(ref),
  }))
  return Response.json([...first, ...rest], { headers: { 'cache-control': 'no-store' } })

  async function exact(text: string): Promise<number | null> {
    const ref = refIn(text)
    if (ref !== null) return (await canSee(viewer, ref)) ? ref : null
    const email = emailIn(text)
    return email ? findNewestOf(viewer, email) : null
  }
}
