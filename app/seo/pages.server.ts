import { listComparisons, listGuides } from '#app/articles/articles.server.ts'
import { listPages } from '#app/pages/pages.server.ts'
import { paths } from '#app/paths.ts'
import { listRoles } from '#app/roles/roles.server.ts'
import type { CalendarDate } from '#app/time/types.ts'

/** `updated` is known of what is written in files. */
export type IndexablePage = { path: string; updated?: CalendarDate }

/** Every page that anyone may find, each by its one address. */
export function listIndexablePages(): IndexablePage[] {
  const alone = [
    paths.home(),
    paths.roles(),
    paths.whichRole(),
    paths.comparisons(),
    paths.guides(),
    paths.start(),
    paths.book(),
    paths.privacy(),
  ]
  return [
    ...alone.map((path) => ({ path })),
    ...listPages().map(({ slug, updated }) => ({ path: paths.page(slug), updated })),
    ...listRoles().flatMap(({ slug, updated }) => [
      { path: paths.role(slug), updated },
      { path: paths.kit(slug), updated },
    ]),
    ...listComparisons().map(({ slug, updated }) => ({ path: paths.comparison(slug), updated })),
    ...listGuides().map(({ slug, updated }) => ({ path: paths.guide(slug), updated })),
  ]
}
