import type { LeadQuery } from '#app/desk-paths.ts'
import { hrefOf, queryOf, type Layout } from '../list/addresses.ts'
import { readLeadFilter, type LeadFilter } from '../list/filter.ts'
import type { Tab } from './view-tabs.tsx'

/** What everybody has. Symbolic values mean the right thing to each reader. */
const builtIn: { key: string; name: string; query: LeadQuery }[] = [
  { key: 'open', name: 'Open', query: {} },
  { key: 'mine', name: 'Mine', query: { owner: 'me' } },
  { key: 'unassigned', name: 'Unassigned', query: { owner: 'unassigned' } },
  { key: 'overdue', name: 'Answer overdue', query: { late: 'response' } },
  { key: 'quiet', name: 'Quiet', query: { stale: '1' } },
]

type Kept = { id: string; name: string; layout: Layout; query: string; pinned: boolean }

/** The tabs above the list, and whether one of them shows just what the list shows. */
export function tabsOf(layout: Layout, filter: LeadFilter, views: readonly Kept[]): Tab[] {
  const shown = queryOf({ ...filter, after: undefined })
  const opened = builtIn.map(({ key, name, query }) => {
    const read = readLeadFilter(
      new URLSearchParams(Object.entries(query).flatMap(([n, v]) => (v ? [[n, v]] : []))),
    )
    return { key, name, href: hrefOf(layout, read), isHere: queryOf(read) === shown }
  })
  const kept = views
    .filter(({ pinned, query }) => pinned || queryOf(readLeadFilter(new URLSearchParams(query))) === shown)
    .map((view) => {
      const read = readLeadFilter(new URLSearchParams(view.query))
      const isHere = view.layout === layout && queryOf(read) === shown
      // One that is kept under a name of its own is that one.
      return { key: view.id, name: view.name, href: hrefOf(view.layout, read), isHere }
    })
  return [...opened, ...kept]
}
