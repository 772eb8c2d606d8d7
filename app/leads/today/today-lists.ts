/** The lists of the page: each is a filter of the list of leads, so that its number leads to what it counts. */
export const todayLists = {
  overdue: 'late=response',
  unassigned: 'owner=unassigned&sort=created',
  stale: 'stale=1&owner=me',
} as const
