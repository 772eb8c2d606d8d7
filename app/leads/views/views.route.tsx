import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { describePrivatePage } from '#app/seo/head.ts'
import { readForm } from '#app/ops/forms.server.ts'
import { paths } from '#app/paths.ts'
import { listRoles } from '#app/roles/roles.server.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary, problemsOf } from '#app/ui/error-summary.tsx'
import { chipsOf } from '../list/filter-words.ts'
import { readLeadFilter } from '../list/filter.ts'
import { namesOf } from '../list/show-list.server.ts'
import { listOwners } from '../owners.server.ts'
import { SaveViewForm } from './save-view-form.tsx'
import { actOnViewForm } from './view-forms.server.ts'
import { ViewLine } from './view-line.tsx'
import { listViews, mayShare } from './views.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const [views, owners] = await Promise.all([listViews(viewer), listOwners()])
  const names = namesOf(owners, listRoles())
  return {
    mayShare: mayShare(viewer),
    views: views.map((view) => {
      const chips = chipsOf(readLeadFilter(new URLSearchParams(view.query)), names)
      return { ...view, shows: chips.map(({ term, value }) => `${term} ${value}`).join(', ') || 'All leads' }
    }),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  const outcome = await actOnViewForm(viewer, await readForm(request))
  if (outcome && 'errors' in outcome) return data(outcome, { status: 422 })
  return redirect(outcome ? outcome.to : paths.staff.views(), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Views')

export default function Views() {
  const { views, mayShare } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const names = views.flatMap(({ name, owner }) => (owner === null ? [name] : []))
  return (
    <>
      <header className="bar">
        <h1>Views</h1>
        <div className="bar-end">
          <a href={paths.staff.leads()}>All leads</a>
        </div>
      </header>
      <div className="desk-body">
        <ErrorSummary problems={problemsOf(refused?.errors ?? {}, ['name'])} />
        {refused?.view === null && (
          <section className="narrow" aria-label="Save view">
            <SaveViewForm
              layout={refused.typed.layout}
              query={refused.typed.query}
              mayShare={mayShare}
              names={names}
              errors={refused.errors.name}
              typed={refused.typed}
            />
          </section>
        )}
        {views.length === 0 ? (
          <EmptyState heading="No views yet">
            <p>
              Narrow <a href={paths.staff.leads()}>the list of leads</a> or the board to what you look at
              often, then choose “Save view”. It keeps the filter, the order and the columns under a name.
            </p>
          </EmptyState>
        ) : (
          <ul className="plain-list view-list">
            {views.map((view) => (
              <ViewLine
                key={view.id}
                view={view}
                mayShare={mayShare}
                refused={refused && refused.view === view.id ? refused : null}
              />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
