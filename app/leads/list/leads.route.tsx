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
import { Pager } from '#app/ui/pager.tsx'
import { actOnLine } from '../line-forms.server.ts'
import { requireEditor, seesEverything } from '../scope.server.ts'
import { ViewTabs } from '../views/view-tabs.tsx'
import { hrefOf, queryOf } from './addresses.ts'
import { sayCount } from './count-leads.server.ts'
import { editingOf, leftBy, withEdited } from './editing.server.ts'
import { LeftNotice } from './left-notice.tsx'
import { FilterBar } from './filter-bar.tsx'
import { readLeadFilter } from './filter.ts'
import { rowOf } from './lead-row.ts'
import { LeadTable } from './lead-table.tsx'
import { ListHead } from './list-head.tsx'
import { listLeads } from './list-leads.server.ts'
import { NoLeads } from './no-leads.tsx'
import { frameOf, readFilterOf } from './show-list.server.ts'
import { PickBar } from './pick-bar.tsx'
import { whyNone } from './why-none.server.ts'
import lines from './lines.js?url'
import pick from './pick.js?url'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const filter = await readFilterOf(request, viewer, 'list')
  const now = new Date()
  const [frame, { leads, count, isMore, next }] = await Promise.all([
    frameOf(viewer, 'list', filter, listRoles()),
    listLeads({ viewer, filter, now }),
  ])
  const { searchParams } = new URL(request.url)
  const [edit, changed] = [searchParams.get('edit'), searchParams.get('changed')]
  const shown = await withEdited(viewer, { leads, edit }, now)
  return {
    ...frame,
    count: count === null ? null : sayCount({ count, isMore }),
    query: queryOf(filter),
    mayImport: seesEverything(viewer),
    rows: shown.map((lead) => rowOf(lead, viewer, now)),
    editing: edit && (await editingOf(viewer, { leads: shown, edit, back: hrefOf('list', filter) })),
    left: await leftBy(viewer, { leads, changed }),
    newest: filter.after ? hrefOf('list', { ...filter, after: undefined }) : null,
    older: next,
    whyEmpty: shown.length > 0 ? null : await whyNone(viewer, filter),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireStaff(request)
  requireEditor(viewer)
  const form = await readForm(request)
  const refused = await actOnLine(viewer, form, new Date())
  if (refused) return data(refused, { status: 422 })
  const filter = readLeadFilter(new URL(request.url).searchParams)
  const ref = Number(form.get('ref'))
  return redirect(`${hrefOf('list', filter, { changed: String(ref) })}#l-${ref}`, 303)
}

export const meta: MetaFunction = () => describePrivatePage('Leads')

export default function Leads() {
  const list = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const filter = readLeadFilter(new URLSearchParams(list.query))
  const older =
    list.older && hrefOf('list', readLeadFilter(new URLSearchParams(`${list.query}&after=${list.older}`)))
  return (
    <>
      <ListHead
        layout="list"
        filter={filter}
        count={list.count}
        mayAdd={list.mayEdit}
        mayDelete={list.mayDelete}
      />
      <div className="desk-body">
        <ViewTabs tabs={list.tabs} save={list.save} />
        <FilterBar layout="list" filter={filter} chips={list.chips} choices={list.choices} />
        <LeftNotice left={list.left} />
        {list.mayEdit && !list.whyEmpty && (
          <PickBar filter={filter} count={list.count ?? 'that are found'} mayImport={list.mayImport} />
        )}
        {list.whyEmpty ? (
          <NoLeads why={list.whyEmpty} chips={list.chips} layout="list" filter={filter} />
        ) : (
          <LeadTable
            rows={list.rows}
            filter={filter}
            query={list.query}
            editHref={
              list.mayEdit ? (ref) => `${hrefOf('list', filter, { edit: String(ref) })}#l-${ref}` : null
            }
            editing={list.editing ? { ...list.editing, ...refused } : null}
          />
        )}
        <Pager
          newer={list.newest ? { href: list.newest, label: '← First page' } : null}
          older={older ? { href: older, label: 'Next page →' } : null}
        />
      </div>
      <script type="module" src={lines} />
      {list.mayEdit && <script type="module" src={pick} />}
    </>
  )
}
