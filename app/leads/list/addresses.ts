/** Links to the list and the board that keep the filter and change one thing of it. */
import type { LeadQuery } from '#app/desk-paths.ts'
import { paths } from '#app/paths.ts'
import { writeLeadFilter, type FilterName, type LeadFilter } from './filter.ts'

export type Layout = 'list' | 'board'

export function hrefOf(layout: Layout, filter: Partial<LeadFilter>, more: LeadQuery = {}): string {
  const query: LeadQuery = { ...Object.fromEntries(pairsOf(filter)), ...more }
  return layout === 'board' ? paths.staff.board(query) : paths.staff.leads(query)
}

/** Open leads without any filter say so: where an address says nothing, a list opens with the reader's own view. */
function pairsOf(filter: Partial<LeadFilter>): [name: string, value: string][] {
  const pairs = writeLeadFilter(filter)
  return pairs.length > 0 ? pairs : [['status', 'open']]
}

/** Where a form sends a filter to. */
export function pathOf(layout: Layout): string {
  return layout === 'board' ? paths.staff.board() : paths.staff.leads()
}

/** The same leads without one of the things that narrow them. Without a status the list would show open ones again. */
export function hrefWithout(layout: Layout, filter: LeadFilter, name: FilterName): string {
  const rest: Partial<LeadFilter> = { ...filter, after: undefined, [name]: name === 'q' ? '' : undefined }
  return hrefOf(layout, name === 'status' ? { ...rest, status: 'any' } : rest)
}

/** The filter as the query of an address, `status=new&owner=me`: what a view and a way back are kept as. */
export function queryOf(filter: Partial<LeadFilter>): string {
  return new URLSearchParams(pairsOf(filter)).toString()
}
