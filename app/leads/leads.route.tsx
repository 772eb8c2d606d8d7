import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { describePrivatePage } from '#app/seo/head.ts'
import { paths } from '#app/paths.ts'
import { requireStaff } from '#app/staff/viewer.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { canSee } from './find-lead.server.ts'
import { readLeadFilter, refIn } from './lead-filter.ts'
import { rowOf } from './lead-row.ts'
import { countedUpTo, hasLeads, listLeads } from './list-leads.server.ts'
import { LeadSearch, StatusChips } from './lead-search.tsx'
import { LeadTable } from './lead-table.tsx'
import { NoLeads, type WhyEmpty } from './no-leads.tsx'
import { mayEdit } from './scope.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request)
  const filter = readLeadFilter(new URL(request.url).searchParams)
  const ref = refIn(filter.q)
  if (ref !== null && (await canSee(viewer, ref))) throw redirect(paths.staff.lead(ref), 303)

  const now = new Date()
  const { leads, count, next } = await listLeads(viewer, filter, now)
  const { q, status } = filter
  const isFiltered = q !== '' || status !== undefined || filter.after !== undefined
  return {
    q,
    status: status ?? null,
    mayAdd: mayEdit(viewer),
    count: sayCount(count),
    rows: leads.map((lead) => rowOf(lead, viewer, now)),
    newest: filter.after ? paths.staff.leads({ q, status }) : null,
    older: next ? paths.staff.leads({ q, status, after: next }) : null,
    whyEmpty: leads.length > 0 ? null : isFiltered ? ('no-match' as const) : await whyNothing(),
  }
}

export const meta: MetaFunction = () => describePrivatePage('Leads')

export default function Leads() {
  const { q, status, mayAdd, count, rows, newest, older, whyEmpty } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="bar">
        <h1>Leads</h1>
        <LeadSearch q={q} status={status} />
        <div className="bar-end">
          <span className="label">{count}</span>
          {mayAdd && (
            <ButtonLink small href={paths.staff.newLead()}>
              Add a lead
            </ButtonLink>
          )}
        </div>
      </header>
      <div className="desk-body">
        <StatusChips q={q} status={status} />
        {whyEmpty ? <NoLeads why={whyEmpty} q={q} status={status} /> : <LeadTable rows={rows} />}
        <Pager
          newer={newest ? { href: newest, label: '← Newest' } : null}
          older={older ? { href: older } : null}
        />
      </div>
    </>
  )
}

async function whyNothing(): Promise<WhyEmpty> {
  return (await hasLeads()) ? 'no-access' : 'nothing-yet'
}

function sayCount(count: number): string {
  if (count > countedUpTo) return `${countedUpTo.toLocaleString('en-GB')}+ leads`
  return count === 1 ? '1 lead' : `${count.toLocaleString('en-GB')} leads`
}
