import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { describePrivatePage } from '#app/seo/head.ts'
import { parseFormData, readForm } from '#app/ops/forms.server.ts'
import { requiredLine } from '#app/ops/text.ts'
import { paths } from '#app/paths.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { hrefOf, queryOf } from '../list/addresses.ts'
import { readLeadFilter } from '../list/filter.ts'
import { actOnView, listViews, saveView, type View } from './views.server.ts'

const newViewSchema = z.object({
  name: requiredLine(60, 'Give the view a name.'),
  layout: z.enum(['list', 'board']),
  query: z.string().max(2000).default(''),
  shared: z.literal('1').optional(),
  isDefault: z.literal('1').optional(),
})
const actSchema = z.object({
  view: z.uuid(),
  intent: z.enum(['pin', 'unpin', 'default', 'no-default', 'share', 'unshare', 'delete']),
})

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  return { views: await listViews(viewer), mayShare: viewer.role !== 'read_only' }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  const form = await readForm(request)
  if (form.get('intent') === 'save') {
    const parsed = parseFormData(newViewSchema, form)
    if (!parsed.ok) throw new Response('Give the view a name of at most 60 characters.', { status: 422 })
    const { shared, isDefault, query, ...view } = parsed.value
    // Only what a filter understands is kept: nothing else that an address could carry.
    const kept = queryOf({ ...readLeadFilter(new URLSearchParams(query)), after: undefined })
    const saved = await saveView(viewer, { ...view, query: kept, shared: !!shared, isDefault: !!isDefault })
    if (!saved.ok) throw new Response('You keep fifty views. Delete one first.', { status: 422 })
    return redirect(hrefOf(view.layout, readLeadFilter(new URLSearchParams(kept))), 303)
  }
  const act = parseFormData(actSchema, form)
  if (!act.ok) throw new Response(null, { status: 400 })
  const done = await actOnView(viewer, act.value.view, act.value.intent)
  if (!done.ok) throw new Response(null, { status: 404 })
  return redirect(paths.staff.views(), 303)
}

export const meta: MetaFunction = () => describePrivatePage('Views')

export default function Views() {
  const { views, mayShare } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Views</h1>
        <div className="bar-end">
          <a href={paths.staff.leads()}>All leads</a>
        </div>
      </header>
      <div className="desk-body">
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
              <ViewLine key={view.id} view={view} mayShare={mayShare} />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

function ViewLine({ view, mayShare }: { view: View; mayShare: boolean }) {
  const { id, name, layout, query, shared, owner, pinned, isDefault, mayChange } = view
  return (
    <li>
      <div>
        <a href={hrefOf(layout, readLeadFilter(new URLSearchParams(query)))}>{name}</a>{' '}
        <span className="beside">
          {layout === 'board' ? 'board' : 'list'}
          {shared && ', shared'}
          {owner && ` by ${owner}`}
          {isDefault && ', your leads open with it'}
        </span>
      </div>
      <form method="post" className="btn-row">
        <input type="hidden" name="view" value={id} />
        <Act
          intent={pinned ? 'unpin' : 'pin'}
          words={pinned ? 'Take off the tabs' : 'Keep as a tab'}
          name={name}
        />
        <Act
          intent={isDefault ? 'no-default' : 'default'}
          words={isDefault ? 'Do not open with it' : 'Open with it'}
          name={name}
        />
        {mayChange && mayShare && (
          <Act intent={shared ? 'unshare' : 'share'} words={shared ? 'Stop sharing' : 'Share'} name={name} />
        )}
        {mayChange && <Act intent="delete" words="Delete" name={name} />}
      </form>
    </li>
  )
}

function Act({ intent, words, name }: { intent: string; words: string; name: string }) {
  return (
    <Button small tone="quiet" name="intent" value={intent}>
      {words}
      <span className="said">: {name}</span>
    </Button>
  )
}
