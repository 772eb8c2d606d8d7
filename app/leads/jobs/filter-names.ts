import type { Chosen } from '../bulk/bulk-act.ts'

/** By what leads were chosen, for the audit log: the names of the filter, without what was looked for. */
export function filterNamesIn(chosen: Chosen): string[] {
  if ('refs' in chosen) return ['ticked']
  return [...new Set(new URLSearchParams(chosen.query).keys())].sort()
}
