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
import { listRoles } from '#app/roles/roles.server.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { actOnLine } from '../line-forms.server.ts'
import { hrefOf, queryOf } from '../list/addresses.ts'
import { editingOf, leftBy } from '../list/editing.server.ts'
import { LeftNotice } from '../list/left-notice.tsx'
import { FilterBar } from '../list/filter-bar.tsx'
import { readLeadFilter } from '../list/filter.ts'
import { NoLeads } from '../list/no-leads.tsx'
import { rowOf } from '../list/lead-row.ts'
import { ListHead } from '../list/list-head.tsx'
import { frameOf, readFilterOf } from '../list/show-list.server.ts'
import { whyNone } from '../list/why-none.server.ts'
import lines from '../list/lines.js?url'
import { requireEditor } from '../scope.server.ts'
import { ViewTabs } from '../views/view-tabs.tsx'
import { BoardColumn, DropZones } from './board-column.tsx'
import { cardsInAColumn, mostCards, readBoard } from './board.server.ts'
import { moreOf, writeMore } from './more.ts'
import drag from './drag.js?url'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const filter = await readFilterOf(request, viewer, 'board')
  const { searchParams } = new URL(request.url)
  const more = moreOf(searchParams.get('more'))
  const now = new Date()
  const [frame, columns] = await Promise.all([
    frameOf(viewer, 'board', filter, listRoles()),
    readBoard({ viewer, filter, now }, more),
  ])
  const isEmpty = columns.every(({ count }) => count === 0)
  const edit = searchParams.get('edit')
  const leads = columns.flatMap((column) => column.leads)
  return {
    ...frame,
    query: queryOf({ ...filter, after: undefined }),
    more: searchParams.get('more') ?? undefined,
    whyEmpty: !isEmpty ? null : columns.length === 0 ? ('closed' as const) : await whyNone(viewer, filter),
    editing:
      edit &&
      (await editingOf(viewer, { leads, edit, back: hrefOf('board', filter, { more: writeMore(more) }) })),
    left: await leftBy(viewer, { leads, changed: searchParams.get('changed') }),
    columns: columns.map(({ status, count, isMore, leads: found, hasMore }) => {
      const shown = more.get(status) ?? cardsInAColumn
      const next = new Map(more).set(status, shown + cardsInAColumn)
      return {
        ...{ status, count, isMore },
        cards: found.map((lead) => rowOf(lead, viewer, now)),
        more: hasMore && shown < mostCards ? hrefOf('board', filter, { more: writeMore(next) }) : null,
        list: hrefOf('list', { ...filter, status: [status], after: undefined }),
      }
    }),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const form = await readForm(request)
  const refused = await actOnLine(viewer, form, new Date())
  if (refused) return data(refused, { status: 422 })
  const { searchParams } = new URL(request.url)
  const more = searchParams.get('more') ?? undefined
  const ref = Number(form.get('ref'))
  const back = hrefOf('board', readLeadFilter(searchParams), { more, changed: String(ref) })
  return redirect(`${back}#l-${ref}`, 303)
}

export const meta: MetaFunction = () => describePrivatePage('Board')

export default function Board() {
  const board = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const filter = readLeadFilter(new URLSearchParams(board.query))
  const reasons = refused ? Object.values(refused.errors).flat() : []
  const editing = board.editing ? { ...board.editing, ...refused } : null
  return (
    <>
      <ListHead layout="board" filter={filter} count={null} mayAdd={board.mayEdit} />
      <div className="desk-body board-body">
        <ViewTabs tabs={board.tabs} save={board.save} />
        <FilterBar layout="board" filter={filter} chips={board.chips} choices={board.choices} />
        <output
          id="board-said"

          className={reasons.length > 0 && !editing ? 'notice notice-alert' : undefined}
        >
          {!editing && reasons.map((reason) => <p key={reason}>{reason}</p>)}
        </output>
        <LeftNotice left={board.left} />
        {board.whyEmpty && (
          <NoLeads why={board.whyEmpty} chips={board.chips} layout="board" filter={filter} />
        )}
        <div className="board" hidden={board.whyEmpty !== null} data-may-move={board.mayEdit || undefined}>
          {board.columns.map((column) => (
            <BoardColumn
              key={column.status}
              {...column}
              query={board.query}
              editing={editing}
              editHref={
                board.mayEdit
                  ? (ref) => `${hrefOf('board', filter, { more: board.more, edit: String(ref) })}#l-${ref}`
                  : null
              }
            />
          ))}
        </div>
        {board.mayEdit && <DropZones />}
      </div>
      <script type="module" src={lines} />
      <script type="module" src={drag} />
    </>
  )
}
