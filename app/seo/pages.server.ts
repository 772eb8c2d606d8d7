import { listComparisons, listGuides } from '#app/articles/articles.server.ts'
import { listPages } from '#app/pages/pages.server.ts'
import { paths } from '#app/paths.ts'
import { listRoles } from '#app/roles/roles.server.ts'
import type { CalendarDate } from '#app/time/types.ts'

/** `updated` is known of what is written in files. */
export type IndexablePage = { path: string; updated?: CalendarDate }

/** `showsTimes`: the next free ones, on the visitor's clock. */
export type ReadingPage = IndexablePage & { showsTimes?: true }

/** What the pages with times ask for once more, when the visitor's clock is not the office's. */
export function listTimesAlone(): ReadingPage[] {
  const lines = [undefined, ...listRoles().map(({ slug }) => slug)].map((role) => paths.freeTimesLine(role))
  return [paths.freeTimes(), ...lines].map((path) => ({ path, showsTimes: true }))
}

/** Every page that anyone may find, each by its one address. */
export function listIndexablePages(): IndexablePage[] {
  const forms = [paths.start(), paths.book(), paths.contact(), paths.whichRole(), paths.sharedHours()]
  return [...listReadingPages(), ...forms.map((path) => ({ path }))]
}

/**
 * The pages without a form: they read the same for everybody, but for the clock that times are shown on, and can be kept
 * whole. A page that knows anything of who asks has no place here.
 */
export function listReadingPages(): ReadingPage[] {
  const times = { showsTimes: true as const }
  const alone = [paths.roles(), paths.comparisons(), paths.guides(), paths.privacy()]
  return [
    { path: paths.home(), ...times },
    ...alone.map((path) => ({ path })),
    ...listPages().map(({ slug, updated }) => ({ path: paths.page(slug), updated })),
    ...listRoles().flatMap(({ slug, updated }) => [
      { path: paths.role(slug), updated, ...times },
      { path: paths.kit(slug), updated },
    ]),
    ...listComparisons().map(({ slug, updated }) => ({ path: paths.comparison(slug), updated, ...times })),
    ...listGuides().map(({ slug, updated }) => ({ path: paths.guide(slug), updated, ...times })),
  ]
}
